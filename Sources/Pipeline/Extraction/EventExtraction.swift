import Language
import Resolution
import Rules
import Text

/// Reads the events of documents and binds the words that stand for somebody; one per worker.
struct EventExtraction {
  private let program: Program
  private let schema: EventSchema
  private let entitySchema: EntitySchema
  private var clauses: ClauseReader
  private var gate: EventGate
  /// The clauses of the sentence that is being read, and of one before it.
  private var structure = ClauseStructure()
  private var earlier = ClauseStructure()
  /// By sentence the triggers that it may have.
  private var candidates: [TriggerSet] = []

  /// Nil where a pack has no clauses.
  init?(_ pack: Pack, _ entities: EntitySchema, _ matcher: Matcher, _ vocabulary: inout Vocabulary)
  {
    program = pack.program
    entitySchema = entities
    guard
      let clauses = ClauseReader(
        program, verbs: pack.resources.verbs, entityTypes: entities.types, matcher, &vocabulary)
    else { return nil }
    self.clauses = clauses
    schema = EventSchema(program, &vocabulary)
    gate = EventGate(program, clauses, schema, matcher, &vocabulary)
  }

  /// The phases that are run before anything is read.
  var phases: [CompiledPhase] { clauses.earlierPhases }

  /// The events of a document, whose entities gain the mentions by words that stand for them.
  mutating func events(
    of source: inout ClauseSource, _ entities: inout EntityTable, _ reader: EventReader,
    _ matcher: inout Matcher
  ) -> [EventMention] {
    var reader = reader
    var binder = AnaphorBinder(source, entities, entitySchema)
    var events: [EventMention] = []
    findCandidates(&source, entities, binder, &matcher)
    for sentence in source.sentences.indices {
      let hasAnaphor = binder.hasAnaphor(in: sentence)
      let isRead =
        hasAnaphor && bind(in: sentence, of: &source, &entities, reader, &binder, &matcher)
      let tokens = source.sentences[sentence]
      let mayContinue = reader.mayContinue(in: tokens)
      if hasAnaphor || mayContinue {
        candidates[sentence] = gate.candidates(
          in: sentence, of: source, entities, mayContinue: mayContinue, &matcher)
      }
      guard !candidates[sentence].isEmpty else { continue }
      if !isRead {
        clauses.read(sentence, of: &source, &matcher, into: &structure)
        binder.note(structure, of: sentence, entities)
      }
      let finder = EventFinder(
        schema: schema, source: source, structure: structure, candidates: candidates[sentence])
      events += reader.events(
        in: structure, of: tokens, finder.occurrences(&matcher), entities)
    }
    return EventMerger.merged(events, entities: entities, schema: schema)
  }

  /// Finds the triggers that each sentence may have as it stands, and runs the phases of clauses over all sentences that
  /// will be read for sure.
  private mutating func findCandidates(
    _ source: inout ClauseSource, _ entities: EntityTable, _ binder: AnaphorBinder,
    _ matcher: inout Matcher
  ) {
    gate.begin(source, entities)
    candidates.removeAll(keepingCapacity: true)
    for sentence in source.sentences.indices {
      candidates.append(
        gate.candidates(in: sentence, of: source, entities, mayContinue: false, &matcher))
    }
    var isWanted = candidates.map { !$0.isEmpty }
    binder.markSentencesToRead(&isWanted, entities)
    clauses.annotate(isWanted.indices.filter { isWanted[$0] }, of: &source, &matcher)
  }

  /// Binds the anaphors of a sentence that has some; whether its clauses were read for it.
  private mutating func bind(
    in sentence: Int, of source: inout ClauseSource, _ entities: inout EntityTable,
    _ reader: EventReader, _ binder: inout AnaphorBinder, _ matcher: inout Matcher
  ) -> Bool {
    let event = reader.previous
    let isBound = binder.bindWithoutClauses(in: sentence, after: event, &entities) {
      earlierClauses($0, $1, of: &source, &matcher)
    }
    guard !isBound else { return false }
    clauses.read(sentence, of: &source, &matcher, into: &structure)
    binder.bind(in: structure, of: sentence, after: event, &entities) {
      earlierClauses($0, $1, of: &source, &matcher)
    }
    return true
  }

  /// The clauses of a sentence that was passed; nil where nobody can be named together in it and that is asked for.
  private mutating func earlierClauses(
    _ sentence: Int, _ aspect: SentenceNotes.Aspect, of source: inout ClauseSource,
    _ matcher: inout Matcher
  ) -> ClauseStructure? {
    if aspect == .groups, !clauses.hasCoordinator(sentence, of: source) { return nil }
    clauses.read(sentence, of: &source, &matcher, into: &earlier)
    return earlier
  }

  /// A reader of a document's events.
  func reader(
    _ document: MatchDocument, _ times: DocumentTimes, dateline: TextRange?
  ) -> EventReader {
    EventReader(schema: schema, document: document, times: times, dateline: dateline)
  }

  /// Runs the phases that were left out where nobody asked.
  func annotateAll(_ source: inout ClauseSource, _ matcher: inout Matcher) {
    clauses.annotate(Array(source.sentences.indices), of: &source, &matcher)
  }

  /// The clauses of all sentences.
  mutating func structures(
    of source: inout ClauseSource, _ matcher: inout Matcher
  ) -> [ClauseStructure] {
    source.sentences.indices.map { sentence in
      clauses.read(sentence, of: &source, &matcher, into: &structure)
      return structure
    }
  }
}
