package import Text

/// Runs the phases of a program over the sentences of one document.
///
/// One per worker: it holds what it has learned of each distinct token, and the automata of the phases as far as
/// texts have asked for them. A sentence costs at most tokens × span cap set steps for each phase, and a token that
/// begins nothing costs one look-up.
package struct Matcher {
  /// Tokens that one match may span.
  package static var spanCap: Int { Rules.spanCap }

  let program: Program
  /// What the words of texts may be, found once for all that ask.
  package let readings: ReadingCache
  private var evaluator: FieldEvaluator
  var classifier: TokenClassifier
  /// What can stand at tokens, and what stands at those of the document for the phases, and for the patterns outside
  /// them.
  private let places: SharedPlaces
  private let reading: SharedPage
  private let patternReading: SharedPage
  /// One for each phase, and behind them that of the patterns outside phases.
  var engines: [PhaseEngine]
  /// What the engine of the patterns has read last.
  var lastRead: LastRead?
  /// The patterns of triggers.
  let triggers: Set<Int>
  var triggerMemo = TriggerMemo()
  private var triggerEnds: TriggerEnds
  /// The class of each token of the document that was read last.
  private var classes: [UInt32] = []
  private var classified = 0
  /// Scratch: the matches of a sentence.
  private var matches: [Candidate] = []

  struct LastRead: Equatable {
    /// The document, which is not kept alive: its vocabulary would be copied when the next one is read.
    var document: Int
    var stretch: TokenRange
    var annotations: Int
  }

  package init(program: Program, analyzer: any WordAnalyzer) {
    self.init(program: program, readings: ReadingCache(analyzer))
  }

  /// A matcher that shares what is known of words with other stages of its worker.
  package init(program: Program, readings: ReadingCache) {
    self.program = program
    self.readings = readings
    evaluator = FieldEvaluator(program, readings)
    classifier = TokenClassifier(program: program, readings: readings)
    triggers = Set(program.triggers.compactMap(\.pattern?.rawValue))
    triggerEnds = TriggerEnds(program)
    let (table, conditions) = NeedTable.table(of: program.phases, in: program)
    engines = program.phases.map { phase in
      let rules = zip(phase.rules, conditions[phase.index]).map {
        (start: $0.start, conditions: $1)
      }
      let needs = PhaseNeeds(rules, of: phase, in: program, table)
      return PhaseEngine(program: program, phase: phase, needs: needs)
    }
    let patterns = program.patterns
    let rules = triggers.sorted().map {
      (start: patterns.rules[$0].start, conditions: [NeedTable.Condition]())
    }
    let needs = PhaseNeeds(rules, of: patterns, in: program, table)
    engines.append(PhaseEngine(program: program, phase: patterns, needs: needs))
    let beginnings = PhaseBeginnings(engines, in: program)
    places = SharedPlaces(PlaceTable(program, beginnings, table))
    let page = PlacePage(beginnings, groups: table.count)
    reading = SharedPage(page)
    patternReading = SharedPage(page)
  }

  /// How often each rule wanted to go beyond the span cap, by its path.
  package var capHits: [String: Int] {
    var result: [String: Int] = [:]
    for engine in engines {
      for (rule, count) in zip(engine.phase.rules, engine.capHits) where count > 0 {
        result[rule.path, default: 0] += count
      }
    }
    return result
  }

  /// Runs one phase over a sentence and appends what it finds to `store`.
  package mutating func run(
    _ phase: CompiledPhase, on sentence: TokenRange, of document: MatchDocument,
    store: inout AnnotationStore
  ) {
    run(phase, on: [sentence], of: document, store: &store)
  }

  /// Runs one phase over sentences that do not overlap and appends what it finds to `store`.
  package mutating func run(
    _ phase: CompiledPhase, on sentences: [TokenRange], of document: MatchDocument,
    store: inout AnnotationStore
  ) {
    // Appended together, as a phase does not see its own output.
    for annotation in annotations(of: phase, in: sentences, document, store) {
      store.append(annotation)
    }
  }

  /// The triggers of which the pattern may end in a token of a document, as far as the token itself tells.
  package func triggers(mayEndIn token: Int, of document: MatchDocument) -> TriggerSet {
    guard classified == document.identity else { return .all }
    let folded = document.vocabulary.folded(document.text.tokens[token].id)
    return triggerEnds.mayEnd(folded, class: classes[token])
  }

  /// Whether a token of a document passes one of some tests, or may begin an entry of one of some lists.
  package func passes(_ token: Int, anyOf bits: ClassBits, of document: MatchDocument) -> Bool {
    guard classified == document.identity else { return true }
    let number = Int(classes[token])
    return bits.numbers.contains {
      classifier.bits(of: number, word: $0 >> 6) >> UInt64($0 & 63) & 1 != 0
    }
  }

  /// What a phase reads in sentences; the tokens of a document are classified when it is first seen.
  mutating func source(
    of sentences: [TokenRange], _ document: MatchDocument, _ store: AnnotationStore
  ) -> MatchSource {
    prepare(document)
    for sentence in sentences where !sentence.isEmpty && !reading.page.isRead(sentence) {
      places.table.read(sentence, of: TokenSource(document), classes, into: &reading.page)
    }
    return MatchSource(document, store, reading, places)
  }

  /// What a pattern outside the phases reads in a stretch.
  mutating func patternSource(
    of stretch: TokenRange, _ document: MatchDocument, _ store: AnnotationStore
  ) -> MatchSource {
    prepare(document)
    if !stretch.isEmpty {
      places.table.read(stretch, of: TokenSource(document), classes, into: &patternReading.page)
    }
    return MatchSource(document, store, patternReading, places)
  }

  private mutating func prepare(_ document: MatchDocument) {
    guard classified != document.identity else { return }
    classified = document.identity
    let generation = classifier.generation
    classifier.classify(document, into: &classes)
    triggerEnds.learn(classifier, isAnew: classifier.generation != generation)
    places.table.learn(classifier)
    reading.page.begin(tokens: classes.count)
    patternReading.page.begin(tokens: classes.count)
  }

  private mutating func annotations(
    of phase: CompiledPhase, in sentences: [TokenRange], _ document: MatchDocument,
    _ store: AnnotationStore
  ) -> [Annotation] {
    let source = source(of: sentences, document, store)
    engines[phase.index].open(source, Self.hull(of: sentences))
    var found: [Annotation] = []
    for sentence in sentences where engines[phase.index].read(sentence) {
      matches.removeAll(keepingCapacity: true)
      engines[phase.index].findMatches(source, into: &matches)
      for match in matches { add(match, of: phase, source, to: &found) }
    }
    return found
  }

  /// The least stretch that holds some others.
  private static func hull(of stretches: [TokenRange]) -> TokenRange {
    guard var hull = stretches.first else { return TokenRange(0, 0) }
    for stretch in stretches {
      hull = TokenRange(min(hull.start, stretch.start), max(hull.end, stretch.end))
    }
    return hull
  }

  private mutating func add(
    _ match: Candidate, of phase: CompiledPhase, _ source: MatchSource,
    to found: inout [Annotation]
  ) {
    guard let type = phase.rules[match.rule].type else { return }
    let tokens = TokenRange(match.start, match.end)
    let bindings =
      evaluator.usesCaptures(phase.index, match.rule)
      ? engines[phase.index].bindings(ofRule: match.rule, tokens, source) : []
    let fields = evaluator.fields(
      of: .init(phase: phase.index, rule: match.rule, tokens: tokens, bindings: bindings),
      type: type, source)
    found.append(
      Annotation(type: type, tokens: tokens, fields: fields, rule: phase.rules[match.rule].path))
  }
}
