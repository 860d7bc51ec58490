package import Text

/// Runs the phases of a program over the sentences of one document.
///
/// One per worker: it caches what each distinct token satisfies. For each start the states of all paths go forward
/// together and are joined where they meet, so a sentence costs at most tokens × span cap × states.
package struct Matcher<Analyzer: WordAnalyzer> {
  /// Tokens that one match may span.
  package static var spanCap: Int { 64 }
  /// Tokens that a look around may span.
  static var lookCap: Int { 16 }

  let program: Program
  let analyzer: Analyzer
  /// What a token satisfies, by test and token: 0 unknown, 1 no, 2 yes.
  private var verdicts: [[UInt8]]

  package init(program: Program, analyzer: Analyzer) {
    self.program = program
    self.analyzer = analyzer
    verdicts = Array(repeating: [], count: program.tests.count)
  }

  /// Runs one phase over a sentence and appends what it finds to `store`.
  package mutating func run(
    _ phase: CompiledPhase, on sentence: TokenRange, of document: MatchDocument,
    store: inout AnnotationStore
  ) {
    var lattice = Lattice(
      program: program, document: document, sentence: sentence, store: store,
      skipping: phase.skipping)
    var candidates: [Candidate] = []
    for start in sentence.indices {
      for (index, rule) in phase.rules.enumerated() {
        collect(rule, index, from: start, &lattice, phase.selection, into: &candidates)
      }
    }
    for match in Selection.select(candidates, phase: phase) {
      let rule = phase.rules[match.rule]
      guard let type = rule.type else { continue }
      var binder = CaptureBinder(rule: rule, end: match.end)
      let bindings = binder.bind(from: match.start, lattice: &lattice, matcher: &self)
      let evaluator = FieldEvaluator(
        program: program, document: document, store: store, bindings: bindings,
        match: TokenRange(match.start, match.end), analyzer: analyzer)
      store.append(
        Annotation(
          type: type, tokens: TokenRange(match.start, match.end),
          fields: evaluator.fields(of: rule, type: type), rule: rule.path))
    }
  }

  /// Whether a pattern matches some last part of a stretch of tokens, the whole included.
  package mutating func matches(
    _ pattern: CompiledPattern, endOf tokens: TokenRange, of document: MatchDocument,
    store: AnnotationStore
  ) -> Bool {
    var lattice = Lattice(
      program: program, document: document, sentence: tokens, store: store, skipping: [])
    return tokens.indices.contains { start in
      ends(of: pattern.code, from: pattern.start, at: start, &lattice, cap: tokens.count)
        .contains(tokens.end)
    }
  }

  private mutating func collect(
    _ rule: CompiledRule, _ index: Int, from start: Int, _ lattice: inout Lattice,
    _ selection: PhaseDeclaration.Selection, into candidates: inout [Candidate]
  ) {
    let ends = ends(of: rule.code, from: rule.start, at: start, &lattice, cap: Self.spanCap)
    let kept = selection == .all ? ends[...] : ends.suffix(1)
    for end in kept where end > start {
      candidates.append(Candidate(rule: index, start: start, end: end, priority: rule.priority))
    }
  }

  /// Where the part that begins in state `state` can end when it starts at token `start`; ascending.
  mutating func ends(
    of code: [Instruction], from state: Int, at start: Int, _ lattice: inout Lattice, cap: Int
  ) -> [Int] {
    let limit = min(lattice.sentence.end, start + cap)
    var frontier: [[Int]] = Array(repeating: [], count: limit - start + 1)
    var seen = Set<Int>()
    frontier[0] = [state]
    var ends: [Int] = []
    for position in start...limit {
      seen.removeAll(keepingCapacity: true)
      var stack = Array(frontier[position - start].reversed())
      while let state = stack.popLast() {
        guard seen.insert(state).inserted else { continue }
        if case .accept = code[state] {
          ends.append(position)
          continue
        }
        for step in steps(code, state, at: position, start: start, &lattice)
        where step.end <= limit {
          if step.end == position {
            stack.append(step.next)
          } else {
            frontier[step.end - start].append(step.next)
          }
        }
      }
      if position < limit, frontier[(position - start + 1)...].allSatisfy({ $0.isEmpty }) { break }
    }
    return ends
  }

  /// What can be done in a state at a position, the preferred way first.
  mutating func steps(
    _ code: [Instruction], _ state: Int, at position: Int, start: Int, _ lattice: inout Lattice
  ) -> [Step] {
    switch code[state] {
    case .accept: return []
    case .fork(let states): return states.map { Step(next: $0, end: position) }
    case .capture(_, _, let next): return [Step(next: next, end: position)]
    case .look(let isAhead, let isNegated, let inner, let next):
      let holds = looks(code, inner, isAhead: isAhead, at: position, &lattice)
      return holds != isNegated ? [Step(next: next, end: position)] : []
    case .token, .list, .annotation, .except:
      var result: [Step] = []
      for place in lattice.places(from: position, isFirst: position == start) {
        for var step in edges(code, state, at: place, &lattice) {
          step.place = place
          result.append(step)
        }
      }
      return result
    }
  }

  private mutating func edges(
    _ code: [Instruction], _ state: Int, at place: Int, _ lattice: inout Lattice
  ) -> [Step] {
    switch code[state] {
    case .token(let test, let next):
      guard place < lattice.sentence.end else { return [] }
      let token = lattice.document.text.tokens[place].id
      return satisfies(token, test, lattice.document.vocabulary)
        ? [Step(next: next, end: place + 1, edge: .token(test: test))] : []
    case .list(let list, let conditions, let next):
      return lattice.entries(of: list, at: place).filter { entry in
        conditions.allSatisfy { condition in
          let columns = program.lists[list].columns
          let value = program.lists[list].cell(entry.row, columns[condition.column])
          return condition.test.holds(value)
        }
      }.map { Step(next: next, end: place + $0.length, edge: .entry(list: list, row: $0.row)) }
    case .annotation(let type, let conditions, let next):
      return lattice.annotations(of: type, at: place).compactMap { id in
        let annotation = lattice.store[id]
        guard annotation.tokens.end <= lattice.sentence.end,
          conditions.allSatisfy({ $0.test.holds(annotation.fields[$0.field]) })
        else { return nil }
        return Step(next: next, end: annotation.tokens.end, edge: .annotation(id))
      }
    case .except(let inner, let veto, let next):
      let bad = Set(ends(of: code, from: veto, at: place, &lattice, cap: Self.lookCap))
      return ends(of: code, from: inner, at: place, &lattice, cap: Self.lookCap)
        .filter { !bad.contains($0) }.reversed().map { Step(next: next, end: $0) }
    default: return []
    }
  }

  private mutating func looks(
    _ code: [Instruction], _ inner: Int, isAhead: Bool, at position: Int,
    _ lattice: inout Lattice
  ) -> Bool {
    if isAhead {
      return !ends(of: code, from: inner, at: position, &lattice, cap: Self.lookCap).isEmpty
    }
    let first = max(lattice.sentence.start, position - Self.lookCap)
    for start in first...position
    where ends(of: code, from: inner, at: start, &lattice, cap: position - start)
      .contains(position)
    {
      return true
    }
    return false
  }

  private mutating func satisfies(
    _ token: TokenID, _ test: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    let index = Int(token.rawValue)
    if verdicts[test].count <= index {
      let missing = index + 1 - verdicts[test].count
      verdicts[test] += Array(repeating: 0, count: max(missing, 256))
    }
    if verdicts[test][index] == 0 {
      let holds = program.tests[test].holds(token, vocabulary: vocabulary, analyzer: analyzer)
      verdicts[test][index] = holds ? 2 : 1
    }
    return verdicts[test][index] == 2
  }
}

/// A document as the matcher reads it.
package struct MatchDocument: Sendable {
  package let bytes: [UInt8]
  package let text: SegmentedText
  package let vocabulary: Vocabulary

  package init(bytes: [UInt8], text: SegmentedText, vocabulary: Vocabulary) {
    self.bytes = bytes
    self.text = text
    self.vocabulary = vocabulary
  }

  /// The text of a range of tokens as it stands in the document.
  package func string(_ tokens: TokenRange) -> String {
    guard !tokens.isEmpty else { return "" }
    let range = text.textRange(tokens)
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}

/// One way on from a state.
struct Step {
  /// What was passed over.
  enum Edge: Hashable {
    case token(test: Int)
    case entry(list: Int, row: Int)
    case annotation(AnnotationID)
  }

  var next: Int
  var end: Int
  var edge: Edge?
  /// Where the element itself starts, behind what was skipped; nil where nothing is passed over.
  var place: Int?

  init(next: Int, end: Int, edge: Edge? = nil) {
    self.next = next
    self.end = end
    self.edge = edge
  }
}
