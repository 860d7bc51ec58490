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
  private let evaluator: FieldEvaluator
  var classifier: TokenClassifier
  private let listLengths: ListLengths
  /// One for each phase, and behind them that of the patterns outside phases.
  var engines: [PhaseEngine]
  /// What the engine of the patterns has read last.
  var lastRead: LastRead?
  /// The patterns of triggers.
  let triggers: Set<Int>
  /// The triggers that each stretch which was asked of ends in, in one document.
  var triggersByStretch: [TokenRange: [CompiledPattern]] = [:]
  var lastEnds: LastRead?
  private var triggerEnds: TriggerEnds
  /// The class of each token of the document that was read last.
  private var classes: [UInt32] = []
  /// The phases that each of these tokens, and each class, may begin, see `PhaseMask`.
  private var beginnings: [UInt64] = []
  private var phasesByClass: [UInt64] = []
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
    listLengths = ListLengths(lists: program.lists.count)
    let lists = (edges: ListEdgeMemo(program), lengths: listLengths)
    engines = program.phases.map {
      PhaseEngine(program: program, phase: $0, lists: lists)
    }
    engines.append(
      PhaseEngine(
        program: program, phase: program.patterns, lists: lists,
        rules: triggers))
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

  /// What a phase or pattern reads; the tokens of a document are classified when it is first seen.
  mutating func source(_ document: MatchDocument, _ store: AnnotationStore) -> MatchSource {
    if classified != document.identity {
      classified = document.identity
      classify(document)
      listLengths.begin(tokens: document.text.tokens.count)
    }
    return MatchSource(document, store, classes: classes, beginnings: beginnings)
  }

  private mutating func classify(_ document: MatchDocument) {
    let generation = classifier.generation
    classifier.classify(document, into: &classes)
    let isAnew = classifier.generation != generation
    if isAnew { phasesByClass.removeAll(keepingCapacity: true) }
    triggerEnds.learn(classifier, isAnew: isAnew)
    for engine in engines.indices { engines[engine].learn(classifier) }
    for number in phasesByClass.count..<classifier.count {
      phasesByClass.append(
        engines.reduce(0) {
          $1.alphabet.kinds[number].beginsRule ? $0 | PhaseMask.bit(of: $1.phase.index) : $0
        })
    }
    beginnings.removeAll(keepingCapacity: true)
    for number in classes { beginnings.append(phasesByClass[Int(number)]) }
  }

  private mutating func annotations(
    of phase: CompiledPhase, in sentences: [TokenRange], _ document: MatchDocument,
    _ store: AnnotationStore
  ) -> [Annotation] {
    let source = source(document, store)
    engines[phase.index].open(source)
    var found: [Annotation] = []
    for sentence in sentences where engines[phase.index].read(sentence, source) {
      matches.removeAll(keepingCapacity: true)
      engines[phase.index].findMatches(source, into: &matches)
      for match in matches { add(match, of: phase, source, to: &found) }
    }
    return found
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
