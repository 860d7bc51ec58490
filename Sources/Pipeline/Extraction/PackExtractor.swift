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
  /// Nil where the pack has no clauses.
  private var events: EventExtraction?
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
    let readings = ReadingCache(pack.lexicon)
    matcher = Matcher(program: pack.program, readings: readings)
    vocabulary = pack.vocabulary
    recognizer = TimeRecognizer(words: pack.resources.times)
    tenses = SentenceTense(readings)
    dates = DocumentDateFinder(words: pack.resources.times, states: pack.resources.states)
    entitySchema = EntitySchema(pack.program, titles: pack.resources.titles)
    resolver = EntityResolver(schema: entitySchema)
    events = EventExtraction(pack, entitySchema, matcher, &vocabulary)
    languages = LanguageGuesser(tables: pack.resources.zones)
  }

  /// The record of a document.
  ///
  /// Throws where the document is in a language that the pack does not speak.
  package mutating func extract(_ input: InputDocument) throws(Reject) -> DocumentRecord {
    let analysis = analyze(input)
    guard speaks(input, analysis) else {
      throw Reject(
        .language, "the text is not in a language that the pack speaks", path: input.path,
        sourceID: input.sourceID, line: input.line)
    }
    return analysis.record
  }

  /// Whether a document that was analysed is in the language of the pack.
  package func speaks(_ input: InputDocument, _ analysis: Analysis) -> Bool {
    languages.isCovered(input.text, in: analysis.layout.ranges(of: .body))
  }

  /// Everything that the stages found, for those who look behind the record.
  ///
  /// With `isComplete` also what the record can do without: groups in sentences of which nothing is asked.
  package mutating func analyze(_ input: InputDocument, isComplete: Bool = false) -> Analysis {
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
    for phase in events?.phases ?? pack.program.phases {
      matcher.run(phase, on: sentences, of: document, store: &store)
    }
    stageTimes?.end(.phases)
    var entities = resolver.resolve(store, of: document, date: date.interval)
    stageTimes?.end(.references)
    let times = DocumentTimes(expressions: expressions, documentDate: date.interval)
    var source = ClauseSource(
      document, store, sentences: sentences, times: times.expressions.lazy.map(\.tokens))
    store = AnnotationStore()
    let found = events(of: &source, &entities, times, dateline: layout.dateline?.place)
    if isComplete { events?.annotateAll(&source, &matcher) }
    stageTimes?.end(.events)
    let assembler = RecordAssembler(
      input: input, document: document, layout: layout, date: date, entities: entities,
      times: tenses.timed(expressions, in: sentences, document), documentDate: date.interval,
      events: found, program: pack.program)
    let record = assembler.record()
    stageTimes?.end(.records)
    return Analysis(
      source: source, program: pack.program, entities: entities, layout: layout, events: found,
      record: record)
  }

  private mutating func events(
    of source: inout ClauseSource, _ entities: inout EntityTable, _ times: DocumentTimes,
    dateline: TextRange?
  ) -> [EventMention] {
    guard let reader = events?.reader(source.document, times, dateline: dateline) else {
      return []
    }
    return events?.events(of: &source, &entities, reader, &matcher) ?? []
  }

  /// The clauses of each sentence of the body of a document that was read last.
  package mutating func structures(of analysis: Analysis) -> [ClauseStructure] {
    var source = analysis.source
    return events?.structures(of: &source, &matcher) ?? []
  }
}

/// What the stages of a pack found in one document.
package struct Analysis {
  /// The document with its annotations.
  package var source: ClauseSource
  package var program: Program
  package var entities: EntityTable
  package var layout: DocumentZones
  package var events: [EventMention]
  package var record: DocumentRecord

  package var document: MatchDocument { source.document }
  package var store: AnnotationStore { source.store }
}
