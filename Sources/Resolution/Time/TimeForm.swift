import Text

/// What a scanner asks of a token, found once per distinct spelling.
struct TimeForm: Sendable {
  /// What the token may do where an expression begins.
  struct Opening: OptionSet, Sendable {
    let rawValue: UInt8

    /// An expression may begin with the token, whatever follows.
    static let begins = Opening(rawValue: 1)
    /// An expression may begin with the token where the next one `continues`: it says anything of time, or is a mark
    /// inside a date.
    static let leads = Opening(rawValue: 2)
    static let continues = Opening(rawValue: 4)
    /// An expression may begin with the token where the next one `hasValue`.
    static let leadsValue = Opening(rawValue: 64)
    static let hasValue = Opening(rawValue: 128)
    /// A month's name that people bear too, with a capital.
    static let isName = Opening(rawValue: 8)
    /// The token has been looked up.
    static let known = Opening(rawValue: 16)
    /// The word counts the years since something: "anniversary". No expression begins with it.
    static let countsYears = Opening(rawValue: 32)
  }

  /// Its place among the words of the index: 0 where it says nothing of time, -1 where it has not been seen.
  var word: Int32
  /// The byte of a token of one ASCII mark, else 0.
  var mark: UInt8
  var kind: TokenShape.Kind
  var letterCase: TokenShape.LetterCase

  /// It says nothing of time and is no mark.
  var isPlain: Bool { word == 0 && mark == 0 }

  static var unseen: TimeForm { TimeForm(word: -1, mark: 0, kind: .symbol, letterCase: .none) }

  /// What stands where there is no token.
  static var none: TimeForm { TimeForm(word: 0, mark: 0, kind: .symbol, letterCase: .none) }
}

extension TimeForm.Opening {
  /// The token has been looked up, and no expression begins with it or goes on with it.
  var saysNothing: Bool { self == .known }

  /// Whether an expression may begin with a token before such a one.
  func begins(before next: TimeForm.Opening) -> Bool {
    contains(.leads) && next.contains(.continues)
      || contains(.leadsValue) && next.contains(.hasValue)
  }

  /// What any parser of the scanner asks of the word that it takes first, and of the next.
  init(of word: TimeWord, _ form: TimeForm) {
    self = .known
    if word.mayStandAlone { insert(.begins) }
    if word.mayLead { insert(.leads) }
    if word.mayLeadValue { insert(.leadsValue) }
    if word.hasValue { insert(.hasValue) }
    if form.word > 0 || form.mark == UInt8(ascii: "-") || form.mark == UInt8(ascii: "/") {
      insert(.continues)
    }
    if word.has(.ambiguous), word.month != nil, form.letterCase == .capitalized {
      insert(.isName)
    }
    if word.has(.anniversary) { insert(.countsYears) }
  }
}

extension TimeWord {
  private static let leaders = Roles([.from, .between, .times, .yearHalf])
  private static let valueLeaders = Roles([.article, .indefinite, .every, .vague])
  private static let values = Roles([
    .daypart, .weekend, .yearHalf, .yearQuarter, .vague, .hours, .and,
  ])
  private static let alone = Roles([.holiday, .fiscal, .often])

  /// Whether an expression may begin with the word, whatever follows.
  fileprivate var mayStandAlone: Bool {
    month != nil || weekday != nil || season != nil || deictic != nil || decade != nil
      || date != nil || digits == 4 || number != nil && unit != nil || roles.meets(Self.alone)
  }

  /// Whether an expression may begin with the word where the next one says something of time, or is a mark inside a date.
  fileprivate var mayLead: Bool {
    digits > 0 || ordinal != nil || part != nil || roles.meets(Self.leaders)
  }

  /// Whether an expression may begin with the word where the next one is more than a word between the parts of a time.
  fileprivate var mayLeadValue: Bool {
    number != nil || shift != nil || roles.meets(Self.valueLeaders)
  }

  fileprivate var hasValue: Bool {
    mayStandAlone || number != nil || ordinal != nil || shift != nil || part != nil || unit != nil
      || roles.meets(Self.values)
  }
}
