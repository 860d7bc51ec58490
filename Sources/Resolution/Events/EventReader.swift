package import Language
package import Rules
package import Text

/// Reads the events of a document sentence by sentence.
///
/// Linear in the document's length: each clause is looked at once for each frame that its verb may trigger.
package struct EventReader {
  let schema: EventSchema
  let document: MatchDocument
  let times: DocumentTimes
  /// Where the dateline says that the story was written.
  let dateline: TextRange?
  /// The events read last, from which the next may take its place.
  private(set) var recent: [EventMention] = []
  /// The event that was read last, from which the next may take date and place.
  package private(set) var previous: EventMention?
  /// The verbs that may trigger events in the sentence that is being read.
  private(set) var tellingVerbs: [TokenRange] = []

  var words: EventWords { schema.words }

  package init(
    schema: EventSchema, document: MatchDocument, times: DocumentTimes, dateline: TextRange?
  ) {
    self.schema = schema
    self.document = document
    self.times = times
    self.dateline = dateline
  }

  /// The events that a sentence's clauses tell, in text order; `occurrences` are its triggers.
  package mutating func events(
    in structure: ClauseStructure, of sentence: TokenRange,
    _ occurrences: [EventFinder.Occurrence], _ entities: EntityTable
  ) -> [EventMention] {
    guard !occurrences.isEmpty else { return [] }
    let filler = SlotFiller(schema: schema, structure: structure, entities: entities)
    tellingVerbs = occurrences.filter(\.isVerb).compactMap(\.clause).map { structure[$0].verb }
    var result: [EventMention] = []
    for (occurrence, found) in readings(of: occurrences, filler, structure, entities) {
      var events = found
      if events.isEmpty,
        let event = continuation(of: occurrence, structure, sentence, filler, entities)
      {
        events = [event]
      }
      for var event in events where counts(event, frame(of: occurrence), entities) {
        dropHosts(&event, entities)
        settle(&event, occurrence, structure, sentence, entities)
        result.append(event)
        previous = event
        recent.append(event)
        if recent.count > Self.reach { recent.removeFirst() }
      }
    }
    return result
  }

  func frame(of occurrence: EventFinder.Occurrence) -> EventFrame {
    schema.frames[occurrence.frame]
  }

  /// The role of a token's word.
  func roles(of token: Int) -> EventWords.Roles {
    words[document.vocabulary.folded(document.text.tokens[token].id)]
  }

  /// Gives an event its date, status and place.
  private func settle(
    _ event: inout EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange, _ entities: EntityTable
  ) {
    var reader = ClaimReader(
      vocabulary: document.vocabulary, structure: structure,
      isVerb: occurrence.isVerb, modifiers: modifiers(of: occurrence, structure))
    let own = reader.chain(from: occurrence.clause)
    let undated = event
    let tense = tense(of: own, reader.claim(among: schema.claims, own))
    setDate(&event, occurrence, structure, sentence, tense: tense)
    reader.when = when(event)
    let isDetached = isDetached(occurrence, structure)
    let others = occurrence.clauses.filter { $0 != occurrence.clause }
    let chain = isDetached ? [] : own + others.flatMap { reader.chain(from: $0) }
    let claim = reader.claim(among: schema.claims, chain)
    if isDateOfClaim(event, occurrence, claim) {
      event = undated
      setDate(
        &event, occurrence, structure, sentence, tense: tense, besides: occurrence.clause)
    }
    if claim?.value == schema.firstStatus, when(event) == Self.after {
      // "The first to visit Oslo on Monday": what has happened was on the Monday before.
      setDate(&event, occurrence, structure, sentence, tense: .past)
    }
    event.status = claim?.value ?? frame(of: occurrence).status ?? schema.firstStatus ?? ""
    event.claims = [(event.status, claim?.path ?? event.rule)]
    event.isStatusStated = claim != nil
    event.isOccasion = isDetached && claim == nil
    event.isSeparate = isSeparate(event, occurrence, structure)
    event.isDistributed = isDistributed(occurrence, structure)
    inheritDate(&event, occurrence, structure, sentence, entities)
    inheritPlace(&event, entities)
  }
}
