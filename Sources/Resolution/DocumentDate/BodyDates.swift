import Text

/// Guesses the document's day from weekdays and days of the month in its body.
struct BodyDates {
  let input: DocumentDateInput
  let bounds: DateBounds
  /// A day that is probably not long after the document's: a page line, an address.
  let near: CalendarDay?

  /// The first weekday that the body names as past; news mostly opens with its own day or the one before.
  var leadWeekday: Int? {
    for mention in input.mentions where mention.tense != .future {
      guard case .date(let date)? = mention.expression.value.whole,
        mention.expression.relation == .at, let weekday = date.weekday
      else { continue }
      return weekday
    }
    return nil
  }

  /// The year of a date that lacks it: what the text allows, closest to the nearby day; `weekdays` are the
  /// ones it may fall on, empty for any.
  func completed(_ date: PartialDate, weekdays: [Int]) -> CalendarDay? {
    guard let month = date.month, let day = date.day else { return nil }
    if case .number(let year)? = date.year {
      return CalendarDay(year: year, month: month, day: day)
    }
    guard date.year == nil, let last = (near ?? bounds.latest ?? bounds.earliest)?.year else {
      return nil
    }
    func fits(_ year: Int) -> CalendarDay? {
      guard let found = CalendarDay(year: year, month: month, day: day), bounds.contains(found),
        weekdays.isEmpty || weekdays.contains(found.weekday)
      else { return nil }
      return found
    }
    if near == nil, bounds.latest == nil { return earliest(from: last, fits) }
    let years = last - 12...last + 2
    // The page may be a day ahead of the article by its time zone, not more.
    let limit = near?.adding(days: 1)
    return years.reversed().lazy.compactMap(fits).first { $0 <= limit ?? $0 }
  }

  /// Of the years that a text allows the first beside one that it names, as news names the years around its own; else
  /// the first at all.
  private func earliest(from year: Int, _ fits: (Int) -> CalendarDay?) -> CalendarDay? {
    let named = Set(input.mentions.compactMap(\.expression.value.namedYear))
    let years = year - 1...year + Self.namingReach
    func isBeside(_ year: Int) -> Bool { (year - 1...year + 1).contains { named.contains($0) } }
    return years.lazy.filter(isBeside).compactMap(fits).first
      ?? years.prefix(4).lazy.compactMap(fits).first
  }

  /// Years on from what a text tells of the past in which it may have been written.
  private static var namingReach: Int { 20 }

  /// A dateline's day: on the lead's weekday, or the one after it; beside a page's date also the one before.
  func datelineDay(_ date: PartialDate) -> (day: CalendarDay, isSure: Bool)? {
    guard date.year == nil, let weekday = leadWeekday else {
      return completed(date, weekdays: []).map { ($0, true) }
    }
    let (after, before) = (weekday % 7 + 1, (weekday + 5) % 7 + 1)
    let tries = near == nil ? [[weekday], [after]] : [[before, weekday, after]]
    for weekdays in tries {
      if let day = completed(date, weekdays: weekdays) { return (day, true) }
    }
    return completed(date, weekdays: []).map { ($0, false) }
  }

  /// "Monday, July 28": the mention's day, and with it the week in which the document was written.
  func weekdayDates() -> [(day: CalendarDay, mention: TimeMention)] {
    input.mentions.compactMap { mention in
      guard case .date(let date)? = mention.expression.value.whole, let weekday = date.weekday,
        let day = completed(date, weekdays: [weekday]), day.weekday == weekday
      else { return nil }
      return (day, mention)
    }
  }

  /// The day in a week that the lead's weekday says; the week's first where it says none.
  func day(in week: DateInterval) -> CalendarDay {
    guard let weekday = leadWeekday else { return week.first }
    let found = week.first.earliest(weekday)
    guard week.contains(found) else { return week.first }
    // Where a told day opens the week, a weekday late in it is likelier the one before that day.
    let isTold = weekdayDates().contains { $0.day == week.first }
    return isTold && found.daysSinceEpoch - week.first.daysSinceEpoch > 3 ? week.first : found
  }

  /// The latest past day of the body that falls on the lead's weekday.
  func leadDay() -> (day: CalendarDay, mention: TimeMention)? {
    guard let weekday = leadWeekday else { return nil }
    var best: (day: CalendarDay, mention: TimeMention)?
    for mention in input.mentions where mention.tense == .past || mention.tense == .unknown {
      guard case .date(let date)? = mention.expression.value.whole,
        let day = completed(date, weekdays: []), day.weekday == weekday, !isCaption(mention)
      else { continue }
      if day > best?.day ?? day.adding(days: -1) { best = (day, mention) }
    }
    return best
  }

  /// Captions date their pictures after a comma, and pictures may be old: "in Ankara, Oct. 15, 2015".
  private func isCaption(_ mention: TimeMention) -> Bool {
    let before = mention.expression.tokens.start - 1
    guard before >= 0 else { return false }
    let bytes = input.vocabulary.bytes(input.text.tokens[before].id)
    return bytes.count == 1 && bytes.first == UInt8(ascii: ",")
  }
}
