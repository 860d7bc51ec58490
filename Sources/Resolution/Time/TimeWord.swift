/// What one token may say about time; all that it may, since context decides.
struct TimeWord: Sendable, Hashable {
  /// What a word does between the parts of a time expression.
  struct Roles: OptionSet, Sendable, Hashable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }

    init(_ kind: TimeWordKind) { rawValue = 1 << UInt64(kind.rawValue) }

    init(_ kinds: [TimeWordKind]) { rawValue = kinds.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }

    /// Whether the two have a role in common.
    func meets(_ other: Roles) -> Bool { rawValue & other.rawValue != 0 }
  }

  var roles: Roles = []
  /// 1 to 12.
  @SmallNumber var month: Int?
  /// 1 Monday to 7 Sunday.
  @SmallNumber var weekday: Int?
  @SmallNumber var number: Int?
  @SmallNumber var ordinal: Int?
  /// Days from the document's date.
  @SmallNumber var deictic: Int?
  /// The first year of a decade ("1990s").
  @SmallNumber var decade: Int?
  @SmallNumber private var seasonStart: Int?
  @SmallNumber private var seasonCount: Int?
  @SmallNumber private var dateYear: Int?
  @SmallNumber private var dateMonth: Int?
  @SmallNumber private var dateDay: Int?
  /// How many digits the token is made of; 0 where it has anything else.
  var digits: Int8 = 0
  var unit: CalendarUnit?
  var shift: PeriodShift?
  var part: PartOfPeriod?

  var season: MonthSpan? {
    get {
      guard let seasonStart, let seasonCount else { return nil }
      return MonthSpan(first: seasonStart, count: seasonCount)
    }
    set { (seasonStart, seasonCount) = (newValue?.first, newValue?.count) }
  }

  /// A whole date in one token ("30.05.2022").
  var date: CalendarDay? {
    get {
      guard let dateYear, let dateMonth, let dateDay else { return nil }
      return CalendarDay(year: dateYear, month: dateMonth, day: dateDay)
    }
    set { (dateYear, dateMonth, dateDay) = (newValue?.year, newValue?.month, newValue?.day) }
  }

  func has(_ kind: TimeWordKind) -> Bool { roles.contains(Roles(kind)) }

  /// A number that may be a day's.
  var isNumber: Bool { number != nil || ordinal != nil }

  /// A date or the beginning of one, with which a range may begin or end.
  var mayEndRange: Bool {
    digits > 0 || ordinal != nil || weekday != nil || month != nil || date != nil
  }

  /// It may count units: "three", "a".
  var isCount: Bool { number != nil || has(.indefinite) }

  /// It may tell what comes again and again: "every", "Mondays", "annually", "once a".
  var isRepeated: Bool { has(.every) || has(.weekdays) || has(.often) || has(.times) }

  /// Nothing about time.
  var isEmpty: Bool { self == TimeWord() }
}

/// The kinds of row in a language pack's table of time words.
package enum TimeWordKind: UInt8, Sendable, Hashable, CaseIterable {
  // With a value.
  case month, weekday, weekdays, unit, units, number, ordinal, season, shift, part, deictic
  case ordinalSuffix, decadeSuffix
  // Prepositions and other words between the parts.
  case locative, since, until, by, before, after, from, between, to, and, of, ahead, within, lasting
  case article, indefinite, possessive, subordinator
  // What follows or stands for a time.
  case ago, later, earlier, weekend, daypart, every, vague, recent
  case yearHalf, yearQuarter, century, hours, often, times
  /// A month's or weekday's short form, or a word that is a name or verb as well: needs a number or preposition.
  case abbreviated, ambiguous
  /// What numbers count that are no years: "people", "percent".
  case counted
  case anniversary, founding
  /// The name of a holiday, its words parted by spaces; every word has the role.
  case holiday
  /// "Fiscal 2017"; "about two years"; "six months' time".
  case fiscal, about, time

  /// The name that the table gives it.
  var name: String {
    switch self {
    case .ordinalSuffix: "ordinal suffix"
    case .decadeSuffix: "decade suffix"
    case .yearHalf: "half"
    case .yearQuarter: "quarter"
    default: "\(self)"
    }
  }
}
