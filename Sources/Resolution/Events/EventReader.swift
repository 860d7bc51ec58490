package import Language
package import Rules
package import Text

/// Reads the events of a document sentence by sentence.
///
/// Linear in the document's length: each clause is looked at once for each frame.
package struct EventReader<Analyzer: WordAnalyzer> {
  private let program: Program
  private let document: MatchDocument
  private let store: AnnotationStore
  private let times: DocumentTimes
  private let people: Set<String>
  private let journeys: Set<String>
  private let agent: TokenID?
  private let transparent: Set<TokenID>
  /// Where the dateline says that the story was written.
  private let dateline: TextRange?
  /// The words for the place of writing and for the place spoken of last.
  private let here: TokenID?
  private let there: TokenID?
  /// The events read last, from which the next may take its place.
  private var recent: [EventMention] = []
  /// The event that was read last, from which the next may take date and place.
  package private(set) var previous: EventMention?

  package init(
    program: Program, document: MatchDocument, store: AnnotationStore, times: DocumentTimes,
    dateline: TextRange?
  ) {
    self.program = program
    self.dateline = dateline
    here = program.schema["here"]?.first.flatMap { document.vocabulary.find($0) }
    there = program.schema["there"]?.first.flatMap { document.vocabulary.find($0) }
    self.document = document
    self.store = store
    self.times = times
    people = Set(program.schema["people"] ?? [])
    journeys = Set(program.schema["journeys"] ?? [])
    agent = program.schema["agent"]?.first.flatMap { document.vocabulary.find($0) }
    let through = program.schema["transparent_prepositions"] ?? []
    transparent = Set(through.compactMap { document.vocabulary.find($0) })
  }

  /// The events that a sentence's clauses tell, in text order.
  package mutating func events(
    in structure: ClauseStructure, sentence: TokenRange, entities: EntityTable,
    matcher: inout Matcher<Analyzer>
  ) -> [EventMention] {
    let finder = EventFinder<Analyzer>(
      program: program, document: document, store: store, structure: structure,
      entities: entities, vocabulary: document.vocabulary)
    let filler = SlotFiller(
      structure: structure, entities: entities, agent: agent, transparent: transparent)
    var result: [EventMention] = []
    for occurrence in finder.occurrences(&matcher) {
      guard var event = fill(occurrence, filler, entities) else { continue }
      takeSpokenPlace(&event, occurrence, structure, entities)
      guard isAbroad(event, occurrence.frame, entities), isBetweenStates(event, entities) else {
        continue
      }
      settle(&event, occurrence, structure, sentence)
      result.append(event)
      previous = event
      recent.append(event)
      if recent.count > Self.reach { recent.removeFirst() }
    }
    return result
  }

  private func fill(
    _ occurrence: EventFinder<Analyzer>.Occurrence, _ filler: SlotFiller,
    _ entities: EntityTable
  ) -> EventMention? {
    let frame = occurrence.frame
    var event = EventMention(
      kind: program.types[frame.type.rawValue].name.lowercased(), status: "",
      trigger: occurrence.trigger, tokens: occurrence.trigger, rule: frame.path, confidence: 80)
    for slot in frame.slots {
      let found = filler.fillers(of: slot, occurrence)
      switch slot.role {
      case "place": event.place = event.place ?? found.first
      case "host", "hosts": event.hosts += found
      default: event.participants += found
      }
    }
    event.hosts.removeAll { host in event.participants.contains { $0.entity == host.entity } }
    dropRepeated(&event.participants, entities)
    guard event.participants.count >= frame.minimum else { return nil }
    for setting in frame.settings where setting.field == "subkind" {
      event.subkind = setting.value
    }
    let fillers = event.participants + event.hosts + (event.place.map { [$0] } ?? [])
    for filler in fillers { event.tokens = event.tokens.hull(filler.tokens) }
    return event
  }

  /// A state beside somebody who acts for it is no participant of its own.
  private func dropRepeated(_ fillers: inout [EventMention.Filler], _ entities: EntityTable) {
    var seen = Set<EntityID>()
    fillers = fillers.filter { seen.insert($0.entity).inserted }
    let acting = Set(
      fillers.compactMap { filler -> String? in
        let entity = entities[filler.entity]
        return people.contains(entity.kind) ? entity.country : nil
      })
    fillers.removeAll { filler in
      let entity = entities[filler.entity]
      return !people.contains(entity.kind) && entity.country.map(acting.contains) ?? false
    }
  }

  /// A journey leads to another country than the traveller's; where either is unknown it may.
  private func isAbroad(
    _ event: EventMention, _ frame: CompiledFrame, _ entities: EntityTable
  ) -> Bool {
    guard journeys.contains(event.kind) else { return true }
    guard let place = event.place.map({ entities[$0.entity].country }) else {
      return !frame.needsPlace
    }
    let homes = event.participants.map { entities[$0.entity].country }
    return place == nil || homes.contains { $0 != place }
  }

  /// Gives an event its date and status.
  private func settle(
    _ event: inout EventMention, _ occurrence: EventFinder<Analyzer>.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange
  ) {
    let reader = ClaimReader(
      program: program, vocabulary: document.vocabulary, structure: structure)
    let chain = reader.chain(from: occurrence.clause)
    let time = time(for: event, occurrence, structure, sentence)
    if let time {
      event.date = TimeResolver.resolve(
        time, documentDate: times.documentDate, tense: tense(of: chain),
        reference: previous?.date?.interval)
      if event.date != nil {
        event.time = time.tokens
        event.tokens = event.tokens.hull(time.tokens)
      }
    }
    let own = occurrence.clause.map { [$0] } ?? []
    let clauses = own + occurrence.clauses.filter { !own.contains($0) }
    let claim = reader.claim(
      of: "status", clauses: clauses, isVerb: occurrence.isVerb, when: when(event))
    let preset = occurrence.frame.settings.first { $0.field == "status" }?.value
    event.status = claim?.value ?? preset ?? program.schema["statuses"]?.first ?? ""
    event.claims = [(event.status, claim?.path ?? event.rule)]
    takePlace(&event, clauses, structure)
  }

  /// Events that a later one may take its place from.
  private static var reach: Int { 8 }

  /// "There" is the place of the event before, "here" that of the dateline.
  private func takeSpokenPlace(
    _ event: inout EventMention, _ occurrence: EventFinder<Analyzer>.Occurrence,
    _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    guard event.place == nil, let clause = occurrence.clause.map({ structure[$0] }) else { return }
    for adjunct in clause.adjuncts where adjunct.count == 1 {
      let word = document.vocabulary.folded(document.text.tokens[adjunct.start].id)
      if word == there, let earlier = recent.last(where: { $0.place != nil }) {
        event.place = earlier.place
        event.placeSource = "inherited"
      } else if word == here, let reference = datelinePlace(entities) {
        event.place = .init(entity: reference.entity, tokens: reference.tokens)
        event.placeSource = "dateline"
      }
    }
  }

  private func datelinePlace(_ entities: EntityTable) -> EntityTable.Reference? {
    guard let dateline else { return nil }
    let tokens = document.text.tokens
    let first = tokens.partitioningIndex { $0.range.start >= dateline.start }
    let last = tokens.partitioningIndex { $0.range.start >= dateline.end }
    guard first < last else { return nil }
    return entities.references(inside: TokenRange(first, last))
      .first { !people.contains(entities[$0.entity].kind) }
  }

  /// A meeting of people of one state alone is its own affair; where a state is unknown it may be between states.
  private func isBetweenStates(_ event: EventMention, _ entities: EntityTable) -> Bool {
    let countries = Set(event.participants.map { entities[$0.entity].country })
    return journeys.contains(event.kind) || countries.contains(nil) || countries.count > 1
  }

  /// An event without a place takes that of the last event of one of its participants, where the dates allow it.
  private func takePlace(
    _ event: inout EventMention, _ clauses: [ClauseID], _ structure: ClauseStructure
  ) {
    guard event.place == nil, !journeys.contains(event.kind) else { return }
    let parties = Set(event.participants.map(\.entity))
    let source = recent.last { earlier in
      earlier.place != nil && earlier.participants.contains { parties.contains($0.entity) }
        && (earlier.date.map { date in
          event.date.map { $0.interval.overlaps(date.interval) } ?? true
        } ?? true) && earlier.status == event.status
    }
    guard let source else { return }
    event.place = source.place
    event.placeSource = "inherited"
  }

  /// The tense in which times are read: that of the finite verb above, the future for what is still to be done.
  private func tense(of chain: [Clause]) -> TimeTense {
    guard let own = chain.first else { return .unknown }
    if own.group.form == .infinitive { return .future }
    switch (chain.first { $0.group.form == .finite } ?? own).group.tense {
    case .past: return .past
    case .present: return .present
    case .future: return .future
    case .none: return .unknown
    }
  }

  /// The date of the clause nearest to the trigger, those after it first, else the only one of the sentence.
  private func time(
    for event: EventMention, _ occurrence: EventFinder<Analyzer>.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange
  ) -> TimeExpression? {
    let inSentence = times.dates(inside: sentence).filter { $0.kind == .date }
    let clause = occurrence.clause.map { structure[$0].tokens.hull(event.tokens) } ?? event.tokens
    let reach = TokenRange(clause.start, min(sentence.end, clause.end + 1))
    let inClause = inSentence.filter { reach.contains($0.tokens) }
    if let after = inClause.first(where: { $0.tokens.start >= event.trigger.end }) { return after }
    if let before = inClause.last { return before }
    return inSentence.count == 1 ? inSentence.first : nil
  }

  private func when(_ event: EventMention) -> String {
    guard let date = event.date?.interval, let now = times.documentDate else { return "none" }
    if date.last < now.first { return "before" }
    return date.first > now.last ? "after" : "same"
  }
}
