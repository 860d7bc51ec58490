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
  /// By sentence what its words allow.
  private var chances: [EventGate.Chance?] = []

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
    gate = EventGate(program, clauses, schema, matcher, vocabulary)
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
    findChances(&source, entities, binder, &matcher)
    for sentence in source.sentences.indices {
      let isRead = bind(in: sentence, of: &source, &entities, reader, &binder, &matcher)
      guard let chance = chances[sentence] else { continue }
      let tokens = source.sentences[sentence]
      let candidates = gate.candidates(
        chance, entities.references(inside: tokens), mayContinue: reader.mayContinue(in: tokens))
      guard !candidates.isEmpty else { continue }
      if !isRead {
        clauses.read(sentence, of: &source, &matcher, into: &structure)
        binder.note(structure, of: sentence, entities)
      }
      let finder = EventFinder(
        schema: schema, source: source, structure: structure, candidates: candidates)
      events += reader.events(
        in: structure, of: tokens, finder.occurrences(&matcher), entities)
    }
    return EventMerger.merged(events, entities: entities, schema: schema)
  }

  /// Finds what the words of each sentence allow, and runs the phases of clauses over all sentences that will be read for
  /// sure.
  private mutating func findChances(
    _ source: inout ClauseSource, _ entities: EntityTable, _ binder: AnaphorBinder,
    _ matcher: inout Matcher
  ) {
    chances.removeAll(keepingCapacity: true)
    var isWanted = [Bool](repeating: false, count: source.sentences.count)
    for sentence in source.sentences.indices {
      let tokens = source.sentences[sentence]
      let chance = gate.chance(in: tokens, of: source.document, &matcher)
      chances.append(chance)
      guard let chance else { continue }
      let mentioned = entities.references(inside: tokens)
      isWanted[sentence] = !gate.candidates(chance, mentioned, mayContinue: false).isEmpty
    }
    for sentence in binder.sentencesToRead { isWanted[sentence] = true }
    clauses.annotate(isWanted.indices.filter { isWanted[$0] }, of: &source, &matcher)
  }

  /// Binds the anaphors of a sentence; whether its clauses were read for it.
  private mutating func bind(
    in sentence: Int, of source: inout ClauseSource, _ entities: inout EntityTable,
    _ reader: EventReader, _ binder: inout AnaphorBinder, _ matcher: inout Matcher
  ) -> Bool {
    guard binder.hasAnaphor(in: sentence) else { return false }
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
