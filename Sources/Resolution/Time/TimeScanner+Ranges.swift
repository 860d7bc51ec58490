import Text

/// Stretches from one date to another.
extension TimeScanner {
  private struct End {
    var date: PartialDate
    var end: Int

    /// Which numbers it gives; ends of a range are of one kind, but either may leave the month to the other.
    var kind: Kind {
      if date.day != nil { return date.month == nil ? .day : .dayOfMonth }
      if date.month != nil { return .month }
      return date.weekday == nil ? .year : .weekday
    }
  }

  private enum Kind {
    case day, dayOfMonth, month, weekday, year
  }

  /// "from 14 to 18 April", "April 14-18", "Monday through Wednesday", "between 2015 and 2018".
  func range(at index: Int) -> Parsed? {
    let isBetween = has(.between, index)
    let isLed = isBetween || has(.from, index)
    guard let first = end(at: isLed ? index + 1 : index, isLed: isLed) else { return nil }
    let join = first.end
    let isJoined = isBetween ? has(.and, join) : has(.to, join) || has(.and, join) && !isLed
    guard isJoined, var last = end(at: join + 1, isLed: isLed || isTight(join)) else { return nil }
    guard fits(first, last, isPair: !isBetween && has(.and, join)) else { return nil }
    if last.kind == .day, let parsed = year(after: last.end) {
      last.date.year = parsed.year
      last.end = parsed.end
    }
    return Parsed(
      value: .range(.date(first.date), .date(last.date), throughout: !isBetween), end: last.end)
  }

  private func fits(_ first: End, _ last: End, isPair: Bool) -> Bool {
    guard !isPair else { return isNeighbour(first, last) }
    switch (first.kind, last.kind) {
    case (.day, .dayOfMonth): return true
    // "30/03/2024 - 07:55" is no range.
    case (.dayOfMonth, .day): return first.date.year == nil
    case (.day, .day): return false
    case (.year, .year):
      guard case .number(let one)? = first.date.year, case .number(let two)? = last.date.year
      else { return false }
      return one < two
    case (let one, let two): return one == two
    }
  }

  /// "April 14 and 15", "Monday and Tuesday": one stretch; days apart are two times.
  private func isNeighbour(_ first: End, _ last: End) -> Bool {
    switch (first.kind, last.kind) {
    case (.day, .dayOfMonth), (.dayOfMonth, .day):
      return (first.date.day ?? 0) + 1 == last.date.day
    case (.weekday, .weekday): return (first.date.weekday ?? 0) % 7 + 1 == last.date.weekday
    default: return false
    }
  }

  private func isTight(_ index: Int) -> Bool {
    isMark("-", index) && !tokens[index].spaceBefore
  }

  private func end(at index: Int, isLed: Bool) -> End? {
    if let end = dated(at: index) { return end }
    if let day = dayNumber(index), !isGlued(index) || isTight(index - 1) {
      return End(date: PartialDate(day: day), end: index + 1)
    }
    let isYear = isLed || isTight(index + 1) && yearNumber(index + 2) != nil
    guard isYear, let year = yearNumber(index), !isCount(index) else { return nil }
    return End(date: PartialDate(year: .number(year)), end: index + 1)
  }

  /// The end at a date that is more than a number. No parser is asked that its first word would stop.
  private func dated(at index: Int) -> End? {
    let first = word(index)
    let head = first.has(.article) ? word(index + 1) : first
    if first.digits > 0 || first.date != nil, let end = Self.end(numericDate(at: index)) {
      return end
    }
    if first.weekday != nil, let end = Self.end(weekdayLed(at: index)) { return end }
    if first.month != nil, let end = Self.end(monthLed(at: index)) { return end }
    return head.isNumber ? Self.end(dayLed(at: index)) : nil
  }

  private static func end(_ parsed: Parsed?) -> End? {
    guard let parsed, case .date(let date) = parsed.value else { return nil }
    return End(date: date, end: parsed.end)
  }
}
