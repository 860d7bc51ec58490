package import Language
package import Rules
package import Text

/// Reads the events of a document sentence by sentence.
///
/// Linear in the document's length: each clause is looked at once for each frame.
package struct EventReader {
  let program: Program
  private let frames: [CompiledFrame]
  let document: MatchDocument
  let store: AnnotationStore
  let times: DocumentTimes
  let people: Set<String>
  let journeys: Set<String>
  /// Kinds of event that have a name of their own, so that a text may tell of one who takes part.
  let gatherings: Set<String>
  let agent: TokenID?
  let transparent: Set<TokenID>
  let leadingPrepositions: Set<TokenID>
  let leading: Set<TokenID>
  let outside: Set<TokenID>
  let locations: Set<String>
  let groups: Set<TokenID>
  /// Where the dateline says that the story was written.
  let dateline: TextRange?
  /// The words for the place of writing and for the place spoken of last.
  let here: TokenID?
  let there: Set<TokenID>
  /// Nouns for a place that was told ("the capital"), and the prepositions that make a state a place.
  let placeNouns: Set<TokenID>
  let placePrepositions: Set<TokenID>
  /// Words that hang a clause on the time before it ("in May, when they met").
  let then: Set<TokenID>
  /// Words that tell one event from another of the same parties ("again").
  let separating: Set<TokenID>
  /// Words that say that each of several had an event of his own ("separately").
  let distributing: Set<TokenID>
  /// Forms of verbs of leaving and ending, whose date is a journey's last ("wrapped up a two-day visit").
  let ending: Set<TokenID>
  /// Adverbs of what happens many times and is no event ("they often meet").
  let habitual: Set<TokenID>
  /// Determiners that point back ("the", "their").
  let definite: Set<TokenID>
  /// Prepositions through which a verb speaks of an event ("invited to talks"); behind others an event is only the
  /// occasion of what the verb says ("said during a meeting").
  let governing: Set<TokenID>
  /// Kinds of event that have no place.
  let placeless: Set<String>
  /// Kinds that a country code identifies.
  let countries: Set<String>
  /// The events read last, from which the next may take its place.
  var recent: [EventMention] = []
  /// The event that was read last, from which the next may take date and place.
  package private(set) var previous: EventMention?

  package init(
    program: Program, document: MatchDocument, store: AnnotationStore, times: DocumentTimes,
    dateline: TextRange?
  ) {
    self.program = program
    frames = program.events.flatMap(\.frames)
    self.dateline = dateline
    here = program.schema["here"]?.first.flatMap { document.vocabulary.find($0) }
    self.document = document
    self.store = store
    self.times = times
    func words(_ key: String) -> Set<TokenID> {
      Set((program.schema[key] ?? []).compactMap { document.vocabulary.find($0) })
    }
    there = words("there")
    then = words("then")
    placeNouns = words("place_nouns")
    placePrepositions = words("place_prepositions")
    leadingPrepositions = words("leading_prepositions")
    leading = words("leading_verbs")
    outside = words("outside_verbs")
    locations = Set(program.schema["locations"] ?? [])
    groups = words("group_nouns")
    separating = words("separating")
    distributing = words("distributing")
    habitual = words("habitual")
    ending = words("ending_verbs")
    definite = words("definite")
    governing = words("governing_prepositions")
    placeless = Set(program.schema["placeless"] ?? [])
    countries = Set(program.schema["by_country"] ?? [])
    people = Set(program.schema["people"] ?? [])
    journeys = Set(program.schema["journeys"] ?? [])
    gatherings = Set(program.schema["gatherings"] ?? [])
    agent = program.schema["agent"]?.first.flatMap { document.vocabulary.find($0) }
    transparent = words("transparent_prepositions")
  }

  /// The events that a sentence's clauses tell, in text order.
  package mutating func events(
    in structure: ClauseStructure, sentence: TokenRange, entities: EntityTable,
    matcher: inout Matcher
  ) -> [EventMention] {
    let finder = EventFinder(
      program: program, document: document, store: store, structure: structure,
      entities: entities, vocabulary: document.vocabulary, frames: frames)
    let filler = SlotFiller(
      structure: structure, entities: entities, agent: agent, transparent: transparent,
      leadingPrepositions: leadingPrepositions, leading: leading, outside: outside,
      locations: locations,
      groups: groups)
    var result: [EventMention] = []
    let occurrences = finder.occurrences(&matcher)
    for (occurrence, found) in readings(of: occurrences, filler, structure, entities) {
      var events = found
      if events.isEmpty,
        let event = continuation(of: occurrence, structure, sentence, filler, entities)
      {
        events = [event]
      }
      for var event in events where counts(event, occurrence.frame, entities) {
        settle(&event, occurrence, structure, sentence, entities)
        result.append(event)
        previous = event
        recent.append(event)
        if recent.count > Self.reach { recent.removeFirst() }
      }
    }
    return result
  }

  /// Gives an event its date, status and place.
  private func settle(
    _ event: inout EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange, _ entities: EntityTable
  ) {
    var reader = ClaimReader(
      program: program, vocabulary: document.vocabulary, structure: structure,
      isVerb: occurrence.isVerb, modifiers: modifiers(of: occurrence, structure))
    let chain = reader.chain(from: occurrence.clause)
    setDate(&event, occurrence, structure, sentence, tense: tense(of: chain))
    let own = occurrence.clause.map { [$0] } ?? []
    let clauses = own + occurrence.clauses.filter { !own.contains($0) }
    reader.when = when(event)
    let claim = reader.claim(
      of: "status", clauses: clauses, isDetached: isDetached(occurrence, structure))
    let preset = occurrence.frame.settings.first { $0.field == "status" }?.value
    event.status = claim?.value ?? preset ?? program.schema["statuses"]?.first ?? ""
    event.claims = [(event.status, claim?.path ?? event.rule)]
    event.isStatusStated = claim != nil
    event.isOccasion = isDetached(occurrence, structure) && claim == nil
    event.isSeparate = isSeparate(event, occurrence, structure)
    event.isDistributed = isDistributed(occurrence, structure)
    inherit(&event, sentence, entities)
  }
}
