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
  var lastRead = LastRead()

  /// A stretch of a document, which is not kept alive: its vocabulary would be copied when the next one is read.
  struct LastRead {
    weak var document: MatchDocument?
    var stretch = TokenRange(0, 0)
    var annotations = 0
  }

  package init(program: Program, analyzer: any WordAnalyzer) {
    self.program = program
    readings = ReadingCache(analyzer)
    classifier = TokenClassifier(program: program, readings: readings)
    engines = (program.phases + [program.patterns]).map {
      PhaseEngine(program: program, phase: $0)
    }
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
    let number = phase.index
    engines[number].read(sentence, of: document, store, &classifier)
    let candidates = engines[number].candidates()
    guard !candidates.isEmpty else { return }
    var found: [Annotation] = []
    for match in Selection.select(candidates, phase: phase) {
      let rule = phase.rules[match.rule]
      guard let type = rule.type else { continue }
      let tokens = TokenRange(match.start, match.end)
      let evaluator = FieldEvaluator(
        program: program, document: document, store: store,
        bindings: engines[number].bindings(of: rule, tokens, (document, store)), match: tokens,
        readings: readings)
      found.append(
        Annotation(
          type: type, tokens: tokens, fields: evaluator.fields(of: rule, type: type),
          rule: rule.path))
    }
    // Appended together, as a phase does not see its own output.
    for annotation in found { store.append(annotation) }
  }
}
