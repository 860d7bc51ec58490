import Text

/// Dates of the calendar.
extension TimeScanner {
  /// "2019-12-04", "30/03/2024", "30.05.2022"; where day and month could change places it is none.
  func numericDate(at index: Int) -> Parsed? {
    if let day = word(index).date { return Parsed(value: .date(PartialDate(day)), end: index + 1) }
    guard word(index).digits > 0, !isGlued(index) || isMark("-", index - 1) == false else {
      return nil
    }
    if isJoined("-", index), let year = yearNumber(index), word(index + 4).digits == 2 {
      return numeric(year, word(index + 2).number, word(index + 4).number, end: index + 5)
    }
    guard isJoined("/", index), let year = yearNumber(index + 4),
      let first = word(index).number, let second = word(index + 2).number
    else { return nil }
    if first > 12 { return numeric(year, second, first, end: index + 5) }
    return second > 12 || first == second ? numeric(year, first, second, end: index + 5) : nil
  }

  /// Three numbers with the mark between them and no space.
  private func isJoined(_ mark: Unicode.Scalar, _ index: Int) -> Bool {
    guard index + 4 < sentence.end else { return false }
    return isMark(mark, index + 1) && isMark(mark, index + 3) && word(index + 2).digits > 0
      && word(index + 4).digits > 0
      && (index + 1...index + 4).allSatisfy { !tokens[$0].spaceBefore }
  }

  private func numeric(_ year: Int, _ month: Int?, _ day: Int?, end: Int) -> Parsed? {
    guard let month, let day, let date = CalendarDay(year: year, month: month, day: day) else {
      return nil
    }
    return Parsed(value: .date(PartialDate(date)), end: end)
  }

  /// "Friday", "Friday, Jan. 26", "Sunday (14 July 2024)", "Monday morning", "Tuesday last week".
  func weekdayLed(at index: Int) -> Parsed? {
    guard let weekday = weekday(index), !endsHoliday(index) else { return nil }
    if let parsed = datedWeekday(weekday, after: index) { return parsed }
    guard !has(.abbreviated, index) else { return nil }
    let end = has(.daypart, index + 1) ? index + 2 : index + 1
    let week = has(.of, end) ? afterArticle(end + 1) : afterArticle(end)
    if let shift = word(week).shift, word(week + 1).unit == .week, has(.unit, week + 1) {
      return Parsed(value: .weekdayOfWeek(weekday, shift), end: week + 2)
    }
    // "On Sunday next".
    if word(end).shift == .next, word(end + 1).unit == nil, word(end + 1).number == nil {
      return Parsed(value: .period(.weekday(weekday), .coming), end: end + 1)
    }
    return Parsed(value: .date(PartialDate(weekday: weekday)), end: end)
  }

  private func datedWeekday(_ weekday: Int, after index: Int) -> Parsed? {
    let isBracketed = isMark("(", index + 1)
    let next = isBracketed || isMark(",", index + 1) ? index + 2 : index + 1
    guard let parsed = monthLed(at: next) ?? dayLed(at: next),
      case .date(var date) = parsed.value, date.day != nil, date.month != nil
    else { return nil }
    date.weekday = weekday
    let closes = isBracketed && isMark(")", parsed.end)
    return Parsed(value: .date(date), end: closes ? parsed.end + 1 : parsed.end)
  }

  /// "January 26, 2024", "Jan. 26", "July 2023", "September last year", "In July".
  func monthLed(at index: Int) -> Parsed? {
    guard let month = month(index) else { return nil }
    if let day = dayNumber(index + 1), !isCount(index + 1) {
      return completed(PartialDate(month: month, day: day), at: index + 2)
    }
    let bare = PartialDate(month: month)
    if let parsed = year(after: index + 1) {
      return Parsed(value: .date(PartialDate(year: parsed.year, month: month)), end: parsed.end)
    }
    guard !has(.abbreviated, index), isMonth(index) else { return nil }
    return Parsed(value: .date(bare), end: index + 1)
  }

  /// Whether a bare month's name is one, and not somebody's.
  private func isMonth(_ index: Int) -> Bool {
    let before = word(index - 1)
    let isIntroduced =
      index > sentence.start
      && (before.has(.locative) || before.has(.since) || before.has(.until) || before.has(.from)
        || before.has(.between) || before.shift != nil || before.part != nil
        || before.has(.before) || before.has(.after) || before.has(.to)
        || before.has(.of) && (word(index - 2).part != nil || word(index - 2).unit != nil))
    if has(.ambiguous, index) {
      return isIntroduced && (!hasAmbiguousNames || before.has(.locative) || before.shift != nil)
        && form(index).letterCase == .capitalized
    }
    let isName =
      isCapitalized(index + 1) && form(index + 1).kind == .word && isPlain(index + 1)
    return isIntroduced || !isName || has(.article, index - 1)
  }

  /// "26 January 2024", "the 26th of July", "on the 26th".
  func dayLed(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    guard let day = dayNumber(start), !isGlued(start) else { return nil }
    let next = has(.of, start + 1) ? start + 2 : start + 1
    if let month = month(next) {
      return completed(PartialDate(month: month, day: day), at: next + 1)
    }
    guard start > index, next == start + 1, word(start).ordinal != nil, isDated(index),
      endsClause(start + 1)
        || word(start + 1).has(.locative) || word(start + 1).has(.and)
    else { return nil }
    return Parsed(value: .date(PartialDate(day: day)), end: start + 1)
  }

  private func isDated(_ index: Int) -> Bool {
    let before = word(index - 1)
    return before.has(.locative) || before.has(.by) || before.has(.until) || before.has(.from)
      || before.has(.since)
  }

  private func completed(_ date: PartialDate, at index: Int) -> Parsed {
    var date = date
    guard let parsed = year(after: index) else { return Parsed(value: .date(date), end: index) }
    date.year = parsed.year
    return Parsed(value: .date(date), end: parsed.end)
  }

  /// The year after a month or day: "2024", ", 2024", "last year", "of that year".
  func year(after index: Int) -> (year: YearReference, end: Int)? {
    let next = isMark(",", index) ? index + 1 : index
    if let year = yearNumber(next), !isCount(next) { return (.number(year), next + 1) }
    let start = has(.of, index) ? afterArticle(index + 1) : index
    if has(.of, index), let year = yearNumber(start) { return (.number(year), start + 1) }
    guard let shift = word(start).shift, word(start + 1).unit == .year, has(.unit, start + 1)
    else { return nil }
    return (.shifted(shift), start + 2)
  }

  /// Whether a number counts something: "2019 people", "14 percent", "2,000".
  func isCount(_ index: Int) -> Bool { has(.counted, index + 1) || isMark("%", index + 1) }
}
