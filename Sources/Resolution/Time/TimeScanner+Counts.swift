import Text

/// Counted units: offsets and durations.
extension TimeScanner {
  /// "three weeks ago", "two days later", "a day after the vote", "in two weeks", "for two days", "two-day".
  func counted(at index: Int) -> Parsed? {
    if let number = word(index).number, let unit = word(index).unit {
      return Parsed(value: .duration(number, unit), end: index + 1)
    }
    if let edge = edgeDay(at: index) { return edge }
    if let half = half(at: index) {
      return offset(half.0, half.1, at: half.end)
        ?? stretch(half.0, half.1, before: index, end: half.end)
    }
    guard let (number, next) = count(at: index), !isGlued(index),
      let (count, unit) = units(number, at: next)
    else { return nil }
    return offset(count, unit, at: next + 1)
      ?? stretch(count, unit, before: index, end: next + 1)
  }

  /// So many units, in the calendar's; nil for another word. "24 hours" are a day, "half a century" is fifty years.
  func units(_ count: Int, at index: Int) -> (Int, CalendarUnit)? {
    if has(.hours, index) { return count % 24 == 0 ? (count / 24, .day) : nil }
    guard has(.unit, index) || has(.units, index) else { return nil }
    return word(index).unit.map { (count, $0) }
  }

  /// "Half a century": fifty years.
  private func half(at index: Int) -> (Int, CalendarUnit, end: Int)? {
    guard has(.yearHalf, index), has(.indefinite, index + 1), has(.unit, index + 2) else {
      return nil
    }
    switch word(index + 2).unit {
    case .year: return (6, .month, index + 3)
    case .decade: return (5, .year, index + 3)
    case .century: return (50, .year, index + 3)
    default: return nil
    }
  }

  // MARK: Without a value

  /// "A few days ago", "several months later", "recent weeks", "two and a half years ago".
  func vague(at index: Int) -> Parsed? {
    if let number = count(at: index), has(.and, number.1), has(.indefinite, number.1 + 1),
      has(.yearHalf, number.1 + 2), has(.units, number.1 + 3),
      let end = pointer(at: number.1 + 4)
    {
      return Parsed(value: .vague, end: end)
    }
    let start = has(.indefinite, index) ? index + 1 : index
    guard has(.vague, start), has(.units, start + 1) else { return nil }
    if let end = pointer(at: start + 2) { return Parsed(value: .vague, end: end) }
    let isRecent = start == index && has(.locative, index - 1) && has(.recent, start)
    return isRecent ? Parsed(value: .vague, end: start + 2) : nil
  }

  /// The index after "ago" or "later".
  private func pointer(at index: Int) -> Int? {
    has(.ago, index) || has(.later, index) || has(.earlier, index) ? index + 1 : nil
  }

  /// The index after "few days" or "weeks" behind "the past", "the next".
  func vagueUnits(at index: Int) -> Int? {
    let next = has(.vague, index) ? index + 1 : index
    return has(.units, next) || next > index && has(.hours, next) ? next + 1 : nil
  }

  private func count(at index: Int) -> (Int, Int)? {
    let word = word(index)
    if let number = word.number, word.digits <= 3, number > 0 {
      return (number, index + 1)
    }
    guard word.has(.indefinite) else { return nil }
    if let number = self.word(index + 1).number, has(.of, index + 2) { return (number, index + 3) }
    return (1, index + 1)
  }

  private func offset(_ count: Int, _ unit: CalendarUnit, at index: Int) -> Parsed? {
    let word = word(index)
    // "In six months' time".
    if word.has(.possessive) || isMark("'", index), has(.time, index + 1) {
      return Parsed(value: .offset(count, unit, .document), end: index + 2)
    }
    if word.has(.ago) {
      return Parsed(value: .offset(-count, unit, .document), end: index + 1)
    }
    if word.has(.later) || word.has(.earlier) {
      let sign = word.has(.later) ? 1 : -1
      return Parsed(value: .offset(sign * count, unit, .reference), end: index + 1)
    }
    guard word.has(.after) || word.has(.before) else { return nil }
    let base: OffsetBase = endsClause(index + 1) ? .reference : .following
    let sign = word.has(.after) ? 1 : -1
    return Parsed(value: .offset(sign * count, unit, base), end: index + 1)
  }

  private func stretch(
    _ count: Int, _ unit: CalendarUnit, before index: Int, end: Int
  ) -> Parsed? {
    var index = index
    while has(.about, index - 1) { index -= 1 }
    // "A quarter of the voters", "the first time in a decade".
    if unit == .quarter, has(.of, end) { return nil }
    if has(.ahead, index - 1), !has(.time, index - 2) {
      return Parsed(value: .ahead(count, unit), end: end)
    }
    if has(.within, index - 1) {
      return Parsed(value: .span(count, unit, .coming), end: end)
    }
    guard has(.lasting, index - 1) || has(.locative, index - 1) else { return nil }
    return Parsed(value: .duration(count, unit), end: end)
  }

  /// "the day before yesterday", "the evening before", "the day after the vote".
  private func edgeDay(at index: Int) -> Parsed? {
    let isDay = word(index + 1).unit == .day && has(.unit, index + 1)
    guard has(.article, index), isDay || has(.daypart, index + 1) else { return nil }
    let word = word(index + 2)
    guard word.has(.before) || word.has(.after) else { return nil }
    let step = word.has(.after) ? 1 : -1
    if let deictic = self.word(index + 3).deictic {
      return Parsed(value: .deictic(deictic + step), end: index + 4)
    }
    let base: OffsetBase = endsClause(index + 3) ? .reference : .following
    return Parsed(value: .offset(step, .day, base), end: index + 3)
  }

  // MARK: Edges

  func endsClause(_ index: Int) -> Bool {
    index >= sentence.end || form(index).kind == .punctuation
  }
}
