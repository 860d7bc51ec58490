import Text

/// Counted units: offsets and durations.
extension TimeScanner {
  /// "three weeks ago", "two days later", "a day after the vote", "in two weeks", "for two days", "two-day".
  func counted(at index: Int) -> Parsed? {
    if let number = word(index).number, let unit = word(index).unit {
      return Parsed(value: .duration(number, unit), end: index + 1)
    }
    if let edge = edgeDay(at: index) { return edge }
    guard let (count, next) = count(at: index), let unit = word(next).unit, !isGlued(index),
      has(.unit, next) || has(.units, next)
    else { return nil }
    return offset(count, unit, at: next + 1)
      ?? stretch(count, unit, before: index, end: next + 1)
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
    if has(.ahead, index - 1) { return Parsed(value: .ahead(count, unit), end: end) }
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

  func endsClause(_ index: Int) -> Bool {
    index >= sentence.end || form(index).kind == .punctuation
  }
}
