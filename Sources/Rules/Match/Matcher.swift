package import Text

/// Runs the phases of a program over the sentences of one document.
///
/// One per worker: it holds what it has learned of each distinct token, and its scratch. From each token that can
/// begin a rule the states of all rules go forward together and are joined where they meet, so a sentence costs at
/// most tokens × span cap × states, and a token that begins nothing costs one look-up.
package struct Matcher<Analyzer: WordAnalyzer> {
  /// Tokens that one match may span.
  package static var spanCap: Int { Rules.spanCap }
  /// Tokens that a look around may span.
  static var lookCap: Int { 16 }

  let program: Program
  let analyzer: Analyzer
  var classifier: TokenClassifier<Analyzer>
  /// One for the rules, one for each part inside a part.
  var frontiers: [Frontier] = []
  /// Where a part that starts at a position may end, one bit for each offset.
  var partEnds = PlaceMemo<UInt128>(empty: 0)
  /// The length of a list edge at a position, 0 for none.
  var entryLengths = PlaceMemo<Int>(empty: 0)
  /// Counts runs, so that what was kept of an earlier sentence is not taken for this one's.
  var runNumber = 0
  /// How often each rule wanted to go beyond the span cap, by its path.
  package private(set) var capHits: [String: Int] = [:]

  package init(program: Program, analyzer: Analyzer) {
    self.program = program
    self.analyzer = analyzer
    classifier = TokenClassifier(program: program, analyzer: analyzer)
  }

  /// Runs one phase over a sentence and appends what it finds to `store`.
  package mutating func run(
    _ phase: CompiledPhase, on sentence: TokenRange, of document: MatchDocument,
    store: inout AnnotationStore
  ) {
    // The annotations are appended together: a phase does not see its own output, and the store is not copied.
    for annotation in annotations(of: phase, on: sentence, of: document, store) {
      store.append(annotation)
    }
  }

  private mutating func annotations(
    of phase: CompiledPhase, on sentence: TokenRange, of document: MatchDocument,
    _ store: AnnotationStore
  ) -> [Annotation] {
    let lattice = Lattice(
      program: program, phase: phase, document: document, sentence: sentence, store: store)
    runNumber += 1
    let candidates = candidates(in: lattice)
    guard !candidates.isEmpty else { return [] }
    return Selection.select(candidates, phase: phase).compactMap { match in
      let rule = phase.rules[match.rule]
      guard let type = rule.type else { return nil }
      let tokens = TokenRange(match.start, match.end)
      let evaluator = FieldEvaluator(
        program: program, document: document, store: store,
        bindings: bindings(of: rule, tokens, lattice), match: tokens, analyzer: analyzer)
      return Annotation(
        type: type, tokens: tokens, fields: evaluator.fields(of: rule, type: type),
        rule: rule.path)
    }
  }

  private mutating func candidates(in lattice: Lattice) -> [Candidate] {
    var candidates: [Candidate] = []
    let vocabulary = lattice.document.vocabulary
    for start in lattice.sentence.indices {
      let states = classifier.starts(
        of: lattice.phase, with: lattice.token(start), vocabulary)
      let annotation = lattice.store.first(startingAt: start)
      guard !states.isEmpty || annotation != nil else { continue }
      begin(depth: 0, lattice)
      for state in states { frontiers[0].push(state, at: 0) }
      pushStarts(from: annotation, lattice)
      guard !frontiers[0].isEmpty else { continue }
      simulate(from: start, depth: 0, lattice)
      append(frontiers[0].hits, from: start, lattice.phase, to: &candidates)
    }
    return candidates
  }

  private mutating func pushStarts(from first: AnnotationID?, _ lattice: Lattice) {
    var current = first
    while let id = current {
      for state in lattice.phase.startsByType[lattice.store[id].type.rawValue] {
        frontiers[0].push(state, at: 0)
      }
      current = lattice.store.next(after: id)
    }
  }

  /// Adds the matches of one start; with `select longest` each rule's longest only. Hits come by ascending end.
  private func append(
    _ hits: [Frontier.Hit], from start: Int, _ phase: CompiledPhase,
    to candidates: inout [Candidate]
  ) {
    let first = candidates.count
    for hit in hits.reversed() where hit.offset > 0 {
      let isKept =
        phase.selection == .all || !candidates[first...].contains { $0.rule == hit.rule }
      guard isKept else { continue }
      candidates.append(
        Candidate(
          rule: hit.rule, start: start, end: start + hit.offset,
          priority: phase.rules[hit.rule].priority))
    }
  }

  mutating func countCapHit(of state: Int, _ phase: CompiledPhase) {
    capHits[phase.rules[phase.owners[state]].path, default: 0] += 1
  }
}
