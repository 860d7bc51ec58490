import Language
import Rules
import Text

extension EventReader {
  /// Gives an event the date of its clause, else of its noun, else the only one of the sentence; none that `other` owns.
  func setDate(
    _ event: inout EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange, tense: TimeTense,
    besides other: ClauseID? = nil
  ) {
    var told = dates(in: sentence)
    if told.isEmpty, mayHaveDateline(occurrence, structure) {
      told = times.dates(inside: sentence).filter(isOfDateline)
    }
    guard !told.isEmpty else { return }
    let dates = SentenceDates(told, occurrence, structure, words, besides: other)
    guard let time = dates.date(of: event, endingWith: sentence.end),
      !isOnlyStart(time, occurrence, structure)
    else { return }
    let isLoose = tense == .past && dates.isModifier(time) && time.value.isPartialDate
    event.time = time.tokens
    guard let date = resolved(time, tense: isLoose ? .unknown : tense) else { return }
    event.date = staying(event, from: reaching(date, of: time), in: sentence)
    event.tokens = event.tokens.hull(time.tokens)
  }

  /// Whether what dates an event is the day on which it was called off, asked for or announced, not its own: "on Friday
  /// called off a meeting". `claim` is what the verb says of it.
  func isDateOfClaim(
    _ event: EventMention, _ occurrence: EventFinder.Occurrence, _ claim: EventClaim?
  ) -> Bool {
    guard !occurrence.isVerb, let claim, claim.value != schema.firstStatus,
      claim.conditions.contains(where: { $0.property == .governor }),
      let time = event.time, time.end <= event.trigger.start, when(event) != Self.after
    else { return false }
    return true
  }

  /// "The first to come since 1928" came at some other time; what has gone on since then is dated by it.
  private func isOnlyStart(
    _ time: TimeExpression, _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure
  ) -> Bool {
    guard time.relation == .since else { return false }
    let clause = occurrence.clause.map { structure[$0] }
    return clause?.group.aspect != .perfect
  }

  /// "Has been there since Monday", "stays until Friday": to or from the document's date.
  private func reaching(_ date: ResolvedTime, of time: TimeExpression) -> ResolvedTime {
    guard let now = times.documentDate, [.since, .until].contains(time.relation) else {
      return date
    }
    return date.reaching(time.relation, documentDate: now)
  }

  /// The value of a time; one that points back counts from the time that was told last, else from the event told last,
  /// save where the same words date it too.
  private func resolved(_ time: TimeExpression, tense: TimeTense) -> ResolvedTime? {
    let last = recent.last { $0.time != time.tokens }
    var references: [DateInterval?] = [last?.date?.interval]
    if time.value.isAnaphoric {
      let told = lastDate(before: time.tokens.start, after: last?.tokens.end ?? 0)
      references.insert(told, at: 0)
    }
    for case let reference? in references {
      let date = TimeResolver.resolve(
        time, documentDate: times.documentDate, tense: tense, reference: reference)
      if let date { return date }
    }
    guard references.allSatisfy({ $0 == nil }) else { return nil }
    let reference = lastDate(before: time.tokens.start, after: 0)
    return TimeResolver.resolve(
      time, documentDate: times.documentDate, tense: tense, reference: reference)
  }

  /// The date that the text gave last between two tokens, for "the evening before".
  private func lastDate(before token: Int, after start: Int) -> DateInterval? {
    let next = times.expressions.partitioningIndex { $0.tokens.start >= token }
    return times.expressions[..<next].suffix(Self.referenceReach).reversed().lazy
      .filter { $0.tokens.start >= start }.compactMap {
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

  /// The tense in which times are read: that of the finite verb above, the future for what is still to be done. `claim` is
  /// what the clauses say of the event before its date is known.
  func tense(of chain: [Clause], _ claim: EventClaim?) -> TimeTense {
    guard let own = chain.first else { return .unknown }
    if own.group.form == .infinitive {
      let mayBeDone = claim == nil || claim?.value == schema.firstStatus
      return mayBeDone && isDone(chain) ? .past : .future
    }
    switch (chain.first { $0.group.form == .finite } ?? own).group.tense {
    case .past: return .past
    case .present: return .present
    case .future: return .future
    case .none: return .unknown
    }
  }

  /// Whether an infinitive is the purpose of what has happened: "flew to Oslo on Monday to meet", not "agreed to meet".
  private func isDone(_ chain: [Clause]) -> Bool {
    guard let governor = chain.dropFirst().first, governor.group.tense == .past else {
      return false
    }
    return tellingVerbs.contains(governor.verb)
  }

  /// The day that the sentence before gives what is told on in the same tense: "agreed on Monday. … They were received".
  ///
  /// Only of what has just happened, and where that sentence names no other such day. A sentence without dates is passed.
  func toldDate(
    for occurrence: EventFinder.Occurrence, _ structure: ClauseStructure, _ sentence: TokenRange
  ) -> (date: ResolvedTime, time: TokenRange)? {
    guard occurrence.isVerb, let now = times.documentDate,
      let group = occurrence.clause.map({ structure[$0].group }),
      group.tense == .past, group.aspect == .simple,
      dates(in: sentence).isEmpty
    else { return nil }
    let recent = DateInterval(now.first.adding(days: -Self.tellingDays), now.last)
    let told = timesBefore(sentence).filter { $0.relation == .at }
      .compactMap { time in resolved(time, tense: .past).map { (date: $0, time: time.tokens) } }
      .filter { $0.date.interval.overlaps(recent) }
    guard let last = told.last, last.date.interval.count == 1,
      told.allSatisfy({ $0.date.interval == last.date.interval })
    else { return nil }
    return last
  }

  /// The dates of the last of the two sentences before one that has any.
  private func timesBefore(_ sentence: TokenRange) -> [TimeExpression] {
    guard let before = sentenceBefore(sentence) else { return [] }
    let found = dates(in: before)
    guard found.isEmpty, let other = sentenceBefore(before) else { return found }
    return dates(in: other)
  }

  /// "PARIS, March 3 - The envoys met": what a story opens with, and that alone, has the day on which it was filed.
  private func mayHaveDateline(
    _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure
  ) -> Bool {
    guard occurrence.isVerb, let clause = occurrence.clause.map({ structure[$0] }) else {
      return false
    }
    return clause.relation == .main && clause.group.tense == .past
      && clause.group.aspect == .simple
  }

  /// The dates that a sentence tells, without that of a dateline.
  private func dates(in sentence: TokenRange) -> [TimeExpression] {
    times.dates(inside: sentence).filter { $0.kind == .date && !isOfDateline($0) }
  }

  private func isOfDateline(_ time: TimeExpression) -> Bool {
    guard let dateline, !time.hasPreposition else { return false }
    let gap = document.text.tokens[time.tokens.start].range.start - dateline.end
    return (0...Self.datelineGap).contains(gap)
  }

  /// Bytes between the place and the day of a dateline: a comma and a space.
  private static var datelineGap: Int { 3 }

  /// Days back from the document's date of which a text tells on from sentence to sentence.
  private static var tellingDays: Int { 6 }

  private func sentenceBefore(_ sentence: TokenRange) -> TokenRange? {
    let sentences = document.text.sentences
    let next = sentences.partitioningIndex { $0.end >= sentence.start }
    return next < sentences.count && sentences[next].end <= sentence.start
      ? sentences[next] : nil
  }

  /// Where an event lies against the document's date.
  func when(_ event: EventMention) -> String {
    guard let date = event.date?.interval, let now = times.documentDate else { return "none" }
    if date.last < now.first { return Self.before }
    if date.first > now.last { return Self.after }
    let time = event.time.flatMap { times.dates(inside: $0).first }
    // "Earlier this week" is over, "later this month" is to come.
    switch time?.value {
    case .part(.early, .period(.unit, .this)): return Self.before
    case .part(.late, .period(.unit, .this)): return Self.after
    default: return "same"
    }
  }

  private static let before = "before"
  static let after = "after"
}
