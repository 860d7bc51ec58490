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
  let readings: ReadingCache
  var classifier: TokenClassifier
  /// One for each phase, and behind them that of the patterns outside phases.
  var engines: [PhaseEngine]
  /// What the engine of the patterns has read last.
  var lastRead: LastRead?
  /// The patterns of triggers.
  let triggers: Set<Int>
  /// The triggers that each stretch which was asked of ends in, in one document.
  var triggersByStretch: [TokenRange: [CompiledPattern]] = [:]
  var lastEnds: LastRead?
  /// The class of each token of the document that was read last.
  private var classes: [UInt32] = []
  private var classified = 0

  struct LastRead: Equatable {
    /// The document, which is not kept alive: its vocabulary would be copied when the next one is read.
    var document: Int
    var stretch: TokenRange
    var annotations: Int
  }

  package init(program: Program, analyzer: any WordAnalyzer) {
    self.program = program
    readings = ReadingCache(analyzer)
    classifier = TokenClassifier(program: program, readings: readings)
    triggers = Set(program.triggerPatterns.map(\.rawValue))
    let listEdges = ListEdgeMemo(program)
    engines = program.phases.map {
      PhaseEngine(program: program, phase: $0, listEdges: listEdges)
    }
    engines.append(
      PhaseEngine(
        program: program, phase: program.patterns, listEdges: listEdges,
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
    read(sentence, of: document, store, phase.index)
    let candidates = engines[phase.index].candidates()
    guard !candidates.isEmpty else { return }
    // Appended together, as a phase does not see its own output.
    for annotation in annotations(of: candidates, phase, document, store) {
      store.append(annotation)
    }
  }

  /// Lets an engine read a stretch; the tokens of a document are classified when it is first seen.
  mutating func read(
    _ stretch: TokenRange, of document: MatchDocument, _ store: AnnotationStore, _ engine: Int
  ) {
    if classified != document.identity {
      classified = document.identity
      classifier.classify(document, into: &classes)
    }
    engines[engine].read(stretch, of: document, store, classifier, classes)
  }

  private mutating func annotations(
    of candidates: [Candidate], _ phase: CompiledPhase, _ document: MatchDocument,
    _ store: AnnotationStore
  ) -> [Annotation] {
    var found: [Annotation] = []
    var evaluator = FieldEvaluator(
      program: program, document: document, store: store, readings: readings)
    for match in Selection.select(candidates, phase: phase) {
      let rule = phase.rules[match.rule]
      guard let type = rule.type else { continue }
      evaluator.match = TokenRange(match.start, match.end)
      evaluator.bindings = engines[phase.index].bindings(
        of: rule, evaluator.match, (document, store))
      found.append(
        Annotation(
          type: type, tokens: evaluator.match, fields: evaluator.fields(of: rule, type: type),
          rule: rule.path))
    }
    return found
  }
}
