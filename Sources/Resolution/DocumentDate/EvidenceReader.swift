import Text

/// Reads what a body's times imply about the day of the document.
struct EvidenceReader {
  let input: DocumentDateInput
  let words: TokenWords

  /// Evidence that stands on its own, in text order.
  func evidence() -> [DateEvidence] {
    input.mentions.compactMap { mention in
      guard case .date(let date)? = mention.expression.value.whole,
        let interval = TimeResolver.resolve(
          mention.expression, documentDate: nil, tense: mention.tense)?.interval
      else { return range(mention) }
      if date.month == nil, isSubordinated(mention.expression) {
        return sameYear(interval, mention)
      }
      if let weekday = date.weekday, interval.count == 1 {
        guard interval.first.weekday == weekday else { return nil }
        return nearby(interval.first, mention)
      }
      return bound(interval, mention)
    }
  }

  /// A stretch of explicit dates.
  private func range(_ mention: TimeMention) -> DateEvidence? {
    TimeResolver.resolve(mention.expression, documentDate: nil, tense: mention.tense)
      .flatMap { bound($0.interval, mention) }
  }

  /// What happened in 2019 is not told before 2019, what will happen in 2030 not after it.
  private func bound(_ interval: DateInterval, _ mention: TimeMention) -> DateEvidence? {
    let isSince = mention.expression.relation == .since
    switch mention.tense {
    case .past where mention.expression.relation == .at || isSince:
      return evidence(interval.first, nil, mention)
    case .future where mention.expression.relation == .at:
      return evidence(nil, interval.last, mention)
    default: return isSince ? evidence(interval.first, nil, mention) : nil
    }
  }

  /// "… in 2024, as the two mark": the present is that year, or close before it.
  private func sameYear(_ year: DateInterval, _ mention: TimeMention) -> DateEvidence? {
    guard year.granularity == .year else { return nil }
    return evidence(year.first.adding(days: -92), year.last, mention)
  }

  private func isSubordinated(_ expression: TimeExpression) -> Bool {
    let end = expression.tokens.end
    return input.text.tokens.indices.contains(end + 1) && words.isComma(end)
      && words.word(end + 1).has(.subordinator)
  }

  /// News names the weekday of what is at most a week away.
  private func nearby(_ day: CalendarDay, _ mention: TimeMention) -> DateEvidence {
    DateEvidence(weekdayOf: day, mention, range: input.textRange(mention.expression.tokens))
  }

  private func evidence(
    _ earliest: CalendarDay?, _ latest: CalendarDay?, _ mention: TimeMention
  ) -> DateEvidence {
    DateEvidence(
      earliest: earliest, latest: latest, isHard: false,
      range: input.textRange(mention.expression.tokens))
  }
}

extension TimeValue {
  /// The value itself, or what it is a part of.
  var whole: TimeValue? {
    if case .part(_, let whole) = self { whole } else { self }
  }
}
