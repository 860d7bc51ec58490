import Language
import Rules
import Text

extension EventReader {
  /// Gives an event the date of its clause, else of its noun, else the only one of the sentence.
  func setDate(
    _ event: inout EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange, tense: TimeTense
  ) {
    guard let time = time(for: event, occurrence, structure, sentence),
      let date = TimeResolver.resolve(
        time, documentDate: times.documentDate, tense: tense,
        reference: reference(for: time))
    else { return }
    event.date = staying(event, from: date, in: sentence)
    event.time = time.tokens
    event.tokens = event.tokens.hull(time.tokens)
  }

  /// What an anaphoric time counts from: the event told last, save where the same words date it too.
  private func reference(for time: TimeExpression) -> DateInterval? {
    let last = recent.last { $0.time != time.tokens }
    return last?.date?.interval ?? lastDate(before: time.tokens.start)
  }

  /// The date that the text gave last before a token, for "the evening before".
  private func lastDate(before token: Int) -> DateInterval? {
    let next = times.expressions.partitioningIndex { $0.tokens.start >= token }
    return times.expressions[..<next].suffix(Self.referenceReach).reversed().lazy.compactMap {
      TimeResolver.resolve($0, documentDate: self.times.documentDate, tense: .past)?.interval
    }.first
  }

  /// Time expressions before an anaphoric one in which what it counts from is looked for.
  private static var referenceReach: Int { 3 }

  /// "Arrived on Sunday for a three-day visit": a journey that begins on a day lasts as many as its sentence says.
  private func staying(
    _ event: EventMention, from date: ResolvedTime, in sentence: TokenRange
  ) -> ResolvedTime {
    guard schema.journeys.contains(event.kind), date.interval.count == 1,
      !roles(of: event.trigger.start).contains(.ending),
      let days = times.dates(inside: sentence).lazy.compactMap(\.days).first
    else { return date }
    var result = date
    result.interval = DateInterval(date.interval.first, date.interval.first.adding(days: days - 1))
    result.extent = .throughout
    return result
  }

  /// The tense in which times are read: that of the finite verb above, the future for what is still to be done.
  func tense(of chain: [Clause]) -> TimeTense {
    guard let own = chain.first else { return .unknown }
    if own.group.form == .infinitive { return .future }
    switch (chain.first { $0.group.form == .finite } ?? own).group.tense {
    case .past: return .past
    case .present: return .present
    case .future: return .future
    case .none: return .unknown
    }
  }

  private func time(
    for event: EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange
  ) -> TimeExpression? {
    let dates = times.dates(inside: sentence).filter { $0.kind == .date }
    guard !dates.isEmpty else { return nil }
    let owners = Dictionary(
      structure.clauses.indices.flatMap { index in
        structure.adjuncts(of: structure.clauses[index]).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    let own = occurrence.clause?.rawValue
    let inClause = dates.filter { owners[$0.tokens] == own && own != nil }
    if let nearest = nearest(inClause, to: event.trigger) { return nearest }
    if let clause = occurrence.clause.map({ structure[$0] }), let marker = clause.marker,
      words.has(marker, .then),
      let before = dates.last(where: { isRightBefore($0.tokens, clause.tokens.start) })
    {
      return before
    }
    let others = occurrence.isVerb ? [] : occurrence.clauses.map(\.rawValue)
    let inOthers = dates.filter { owners[$0.tokens].map(others.contains) ?? false }
    if let nearest = nearest(inOthers, to: event.trigger) { return nearest }
    let inside = dates.filter { event.tokens.contains($0.tokens) && owners[$0.tokens] == nil }
    if let nearest = nearest(inside, to: event.trigger) { return nearest }
    guard dates.count == 1, let only = dates.first else { return nil }
    // A caption ends with its date: "…, in Istanbul, Jan. 23, 2016."
    if only.value.isFullDay, sentence.end - only.tokens.end <= 1, !only.hasPreposition {
      return only
    }
    // Another clause's date is the event's only where that clause governs it, and is no report.
    guard let owner = owners[only.tokens].map({ ClauseID($0) }) else { return only }
    guard let clause = occurrence.clause, governs(owner, clause, structure) else { return nil }
    return isReport(owner, of: occurrence.clause, structure) ? nil : only
  }

  /// Whether at most a comma and a relative word stand between a time and a clause.
  private func isRightBefore(_ time: TokenRange, _ start: Int) -> Bool {
    time.end <= start && start - time.end <= 2
  }

  /// Whether a clause governs another, at whatever remove.
  private func governs(_ a: ClauseID, _ b: ClauseID, _ structure: ClauseStructure) -> Bool {
    var next: ClauseID? = b
    while let id = next {
      if id == a { return true }
      switch structure[id].relation {
      case .main, .coordinated: return false
      default: next = structure[id].governor
      }
    }
    return false
  }

  /// The first after the trigger, else the last before it.
  private func nearest(_ dates: [TimeExpression], to trigger: TokenRange) -> TimeExpression? {
    dates.first { $0.tokens.start >= trigger.end } ?? dates.last
  }

  private func isReport(
    _ owner: ClauseID, of clause: ClauseID?, _ structure: ClauseStructure
  ) -> Bool {
    guard let clause, structure[clause].relation == .complement else { return false }
    return structure[clause].governor == owner
  }

  func when(_ event: EventMention) -> String {
    guard let date = event.date?.interval, let now = times.documentDate else { return "none" }
    if date.last < now.first { return "before" }
    return date.first > now.last ? "after" : "same"
  }
}
