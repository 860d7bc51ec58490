/// Gives time expressions their dates.
package enum TimeResolver {
  /// The value of an expression, nil where it has none: a duration, a set, "two days later" without a told time,
  /// or one that the admissible days of the document disagree on.
  ///
  /// - Parameters:
  ///   - documentDate: the day of the document, or all days that it may have.
  ///   - tense: of the clause.
  ///   - reference: the event or time that was told last, for "the following month".
  ///
  /// Where the document's date is an interval, the value is what at least three quarters of its days give (of its
  /// months, where it is made of whole ones), with so much less confidence. O(log days).
  package static func resolve(
    _ expression: TimeExpression, documentDate: DateInterval?, tense: TimeTense,
    reference: DateInterval? = nil
  ) -> ResolvedTime? {
    let value = expression.value
    if let interval = DayResolver(day: nil, tense: tense, reference: nil).interval(of: value) {
      return result(value, interval, .explicit, nil, confidence: 0.99)
    }
    if value.isAnaphoric, let reference {
      let resolver = DayResolver(day: nil, tense: tense, reference: reference)
      guard let interval = resolver.interval(of: value) else { return nil }
      return result(value, interval, .relative, reference, confidence: 0.8)
    }
    guard let documentDate,
      let vote = vote(on: value, documentDate, tense: tense, reference: reference)
    else { return nil }
    let resolution: ResolvedTime.Resolution = value.isPartialDate ? .partial : .relative
    let trust = value.isAnaphoric ? 0.6 : value.isPartialDate ? 0.9 : 0.95
    return result(value, vote.interval, resolution, documentDate, confidence: trust * vote.share)
  }

  private static func result(
    _ value: TimeValue, _ interval: DateInterval, _ resolution: ResolvedTime.Resolution,
    _ anchor: DateInterval?, confidence: Double
  ) -> ResolvedTime {
    ResolvedTime(
      interval: interval, extent: value.isThroughout ? .throughout : .within,
      resolution: resolution, anchor: anchor.map(EDTF.text), confidence: confidence)
  }

  /// The value that three quarters of the document's admissible dates give, and their share.
  private static func vote(
    on value: TimeValue, _ documentDate: DateInterval, tense: TimeTense, reference: DateInterval?
  ) -> (interval: DateInterval, share: Double)? {
    if documentDate.first == documentDate.last {
      return interval(of: value, on: documentDate.first, tense, reference).map { ($0, 1) }
    }
    let ballots = ballots(of: documentDate)
    func ballot(_ index: Int) -> DateInterval? {
      let dates = ballots[index]
      let first = interval(of: value, on: dates.first, tense, reference)
      guard dates.count > 1 else { return first }
      return first == interval(of: value, on: dates.last, tense, reference) ? first : nil
    }
    // Values do not go back when the day goes on: the dates that agree lie side by side, and where they are three
    // quarters of all, the middle one is among them.
    let middle = ballots.count / 2
    guard let winner = ballot(middle) else { return nil }
    let start = boundary(0, middle) { ballot($0) == winner }
    let end = boundary(ballots.count - 1, middle) { ballot($0) == winner }
    let votes = end - start + 1
    guard votes * 4 >= ballots.count * 3 else { return nil }
    return (winner, Double(votes) / Double(ballots.count))
  }

  /// The index farthest from `inside` towards `outside` that still agrees; bisection.
  private static func boundary(
    _ outside: Int, _ inside: Int, agrees: (Int) -> Bool
  ) -> Int {
    guard !agrees(outside) else { return outside }
    var (outside, inside) = (outside, inside)
    while abs(outside - inside) > 1 {
      let middle = (outside + inside) / 2
      if agrees(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }

  private static func ballots(of documentDate: DateInterval) -> [DateInterval] {
    if let months = documentDate.wholeMonths, months.count > 1 { return months }
    let start = documentDate.first.daysSinceEpoch
    return (0..<documentDate.count).map {
      DateInterval(CalendarDay(daysSinceEpoch: start + $0))
    }
  }

  private static func interval(
    of value: TimeValue, on day: CalendarDay, _ tense: TimeTense, _ reference: DateInterval?
  ) -> DateInterval? {
    DayResolver(day: day, tense: tense, reference: reference).interval(of: value)
  }
}
