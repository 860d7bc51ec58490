package import Diagnostics
package import Graph
package import Language
package import Resolution
package import Rules
package import Text

/// Makes the record of a document: all stages of a pack, in order. One per worker.
package struct PackExtractor {
  private let pack: Pack
  private let tokenizer: Tokenizer
  private var matcher: Matcher
  private var vocabulary: Vocabulary
  private var recognizer: TimeRecognizer
  private var tenses: SentenceTense
  private let dates: DocumentDateFinder
  private var connectives = ConnectiveTable()
  private let clauseTables: ClauseTables
  private let phrasal: [[TokenID]: TokenID]
  private let clauseSchema: ClauseSchema?
  private let entitySchema: EntitySchema
  private var resolver: EntityResolver
  private let languages: LanguageGuesser
  /// Sentences that were cut, of all documents so far.
  private var cutSentences = 0
  /// Where the time of the stages is counted; nil where nobody asks.
  package var stageTimes: StageTimes?

  /// How often limits were hit so far: of a rule by its path, `sentence` for sentences that were cut.
  var capsHit: [String: Int] {
    var result = matcher.capHits
    if cutSentences > 0 { result["sentence"] = cutSentences }
    return result
  }

  package init(_ pack: Pack) throws(Diagnostic) {
    self.pack = pack
    tokenizer = try Tokenizer(tables: pack.tables, locale: "en")
    matcher = Matcher(program: pack.program, analyzer: pack.lexicon)
    vocabulary = pack.vocabulary
    recognizer = TimeRecognizer(words: pack.resources.times)
    tenses = SentenceTense(pack.lexicon)
    dates = DocumentDateFinder(words: pack.resources.times, states: pack.resources.states)
    clauseTables = pack.resources.verbs.clauseTables(
      &vocabulary, tightPrepositions: pack.program.schema["tight_prepositions"] ?? [],
      personalRelatives: pack.program.schema["personal_relatives"] ?? [],
      complementizers: pack.program.schema["complementizers"] ?? [])
    phrasal = pack.resources.verbs.phrasalVerbs(&vocabulary)
    clauseSchema = ClauseSchema(pack.program)
    entitySchema = EntitySchema(pack.program)
    resolver = EntityResolver(schema: entitySchema)
    languages = LanguageGuesser(tables: pack.resources.zones)
  }

  /// The record of a document.
  ///
  /// Throws where the document is in a language that the pack does not speak.
  package mutating func extract(_ input: InputDocument) throws(Reject) -> DocumentRecord {
    let analysis = analyze(input)
    guard languages.isCovered(input.text, in: analysis.layout.ranges(of: .body)) else {
      throw Reject(
        .language, "the text is not in a language that the pack speaks", path: input.path,
        sourceID: input.sourceID, line: input.line)
    }
    return analysis.record
  }

  /// Everything that the stages found, for those who look behind the record.
  package mutating func analyze(_ input: InputDocument) -> Analysis {
    stageTimes?.begin()
    let text = tokenizer.segment(input.text, into: &vocabulary)
    stageTimes?.end(.tokens)
    let layout = ZoneFinder(tables: pack.resources.zones).layout(of: input)
    let zones = TokenZones(layout, text: text)
    let sentences = zones.sentences
    cutSentences += zones.longSentences
    stageTimes?.end(.zones)
    let document = MatchDocument(bytes: input.text, text: text, vocabulary: vocabulary)
    let expressions = zones.body.flatMap {
      recognizer.expressions(in: text, vocabulary, within: $0)
    }
    let date = dates.date(
      of: DocumentDateInput(
        document: input, text: text, vocabulary: vocabulary, head: zones.head, body: zones.body,
        mentions: tenses.mentions(of: expressions, in: sentences, document)),
      recognizer: &recognizer)
    stageTimes?.end(.times)
    var store = AnnotationStore()
    for phase in pack.program.phases {
      matcher.run(phase, on: sentences, of: document, store: &store)
    }
    stageTimes?.end(.phases)
    var entities = resolver.resolve(store, of: document, date: date.interval)
    stageTimes?.end(.references)
    let times = DocumentTimes(expressions: expressions, documentDate: date.interval)
    let (structures, events) = events(
      in: sentences, document, store, &entities, times, dateline: layout.dateline?.place)
    let assembler = RecordAssembler(
      input: input, document: document, layout: layout, date: date, entities: entities,
      times: times,
      events: events, program: pack.program)
    let record = assembler.record()
    stageTimes?.end(.records)
    return Analysis(
      document: document, store: store, program: pack.program, entities: entities,
      layout: layout, structures: structures, events: events, record: record)
  }

  private mutating func events(
    in sentences: [TokenRange], _ document: MatchDocument, _ store: AnnotationStore,
    _ entities: inout EntityTable, _ times: DocumentTimes, dateline: TextRange?
  ) -> ([ClauseStructure], [EventMention]) {
    guard let clauseSchema else { return ([], []) }
    let byStart = Dictionary(
      times.expressions.map { ($0.tokens.start, $0.tokens) }, uniquingKeysWith: { $1 })
    var elements = ElementBuilder(
      document: document, store: store, program: pack.program, schema: clauseSchema,
      lexicon: pack.lexicon, times: byStart, phrasal: phrasal)
    var reader = EventReader(
      program: pack.program, document: document, store: store, times: times, dateline: dateline)
    var binder = AnaphorBinder(store: store, schema: entitySchema)
    var structures: [ClauseStructure] = []
    var events: [EventMention] = []
    for sentence in sentences {
      let parts = elements.elements(of: sentence, connectives: &connectives)
      let structure = ClauseBuilder.build(parts, tables: clauseTables)
      structures.append(structure)
      stageTimes?.end(.clauses)
      binder.bind(in: structure, sentence: sentence, after: reader.previous, &entities)
      events += reader.events(
        in: structure, sentence: sentence, entities: entities, matcher: &matcher)
      stageTimes?.end(.events)
    }
    let merged = EventMerger.merged(events, entities: entities, schema: pack.program.schema)
    stageTimes?.end(.events)
    return (structures, merged)
  }
}

/// What the stages of a pack found in one document.
package struct Analysis {
  package var document: MatchDocument
  package var store: AnnotationStore
  package var program: Program
  package var entities: EntityTable
  package var layout: DocumentZones
  /// The clauses of each sentence of the body.
  package var structures: [ClauseStructure]
  package var events: [EventMention]
  package var record: DocumentRecord
}
