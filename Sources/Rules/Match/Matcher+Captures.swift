import Text

/// What a capture took once: its tokens, and the list entry or annotation where it was exactly one.
struct Binding {
  var tokens: TokenRange
  var edge: Step.Edge?
}

extension Matcher {
  /// What each capture of a selected match took, in order; a capture that took nothing is absent.
  mutating func bindings(
    of rule: CompiledRule, _ match: TokenRange, _ lattice: Lattice
  ) -> [String: [Binding]] {
    guard !rule.captures.isEmpty else { return [:] }
    var trace = CaptureTrace()
    follow(rule.start, match, &trace, lattice)
    var result: [String: [Binding]] = [:]
    for (name, binding) in trace.bindings {
      result[rule.captures[name], default: []].append(binding)
    }
    return result
  }

  /// Walks the best way from a state over a stretch of tokens and notes what it passes over.
  private mutating func follow(
    _ state: Int, _ stretch: TokenRange, _ trace: inout CaptureTrace, _ lattice: Lattice
  ) {
    var finder = BestPath(start: state, stretch: stretch)
    for (state, place, step) in finder.path(lattice: lattice, matcher: &self) {
      if case .capture(let name, let isStart, _) = lattice.phase.code[state] {
        isStart ? trace.open(name) : trace.close(name)
      }
      let tokens = TokenRange(place, step.end)
      switch step.edge {
      case .part(let part): follow(lattice.phase.parts[part], tokens, &trace, lattice)
      case let edge?: trace.pass(tokens, edge)
      case nil: break
      }
    }
  }

  /// What can be done in a state at a position, the preferred way first.
  mutating func steps(
    _ state: Int, at place: Int, isFirst: Bool, _ lattice: Lattice
  ) -> [Step] {
    var result: [Step] = []
    var maySkip = !isFirst
    switch lattice.phase.code[state] {
    case .accept: return []
    case .fork(let first, let second):
      return [Step(next: first, end: place), Step(next: second, end: place)]
    case .capture(_, _, let next): return [Step(next: next, end: place)]
    case .look(let part, let isAhead, let isNegated, let next):
      let holds = looks(part, isAhead: isAhead, at: place, depth: 1, lattice)
      return holds != isNegated ? [Step(next: next, end: place)] : []
    case .token(let test, let isGlued, let next):
      if place < lattice.sentence.end, passes(place, test, lattice) {
        result = [Step(next: next, end: place + 1, edge: .token(test: test))]
      }
      maySkip = maySkip && !isGlued
    case .gap(let test, let next):
      if place < lattice.sentence.end, passes(place, test, lattice) {
        result = [Step(next: next, end: place + 1, edge: .token(test: test), skipped: 1)]
      }
    case .list(let edge, let next):
      let entry = lattice.entry(program.listEdges[edge], at: place)
      result =
        entry.map { entry in
          let passed = Step.Edge.entry(list: program.listEdges[edge].list, row: entry.row)
          return [Step(next: next, end: place + entry.length, edge: passed)]
        } ?? []
    case .annotation(let edge, let next):
      lattice.forEachAnnotation(program.annotationEdges[edge], at: place) { id, end in
        result.append(Step(next: next, end: end, edge: .annotation(id)))
      }
    case .except(let inner, let veto, let next):
      let ends = excepted(inner, veto, at: place, depth: 1, lattice)
      for offset in (0...Rules.spanCap).reversed() where ends >> UInt128(offset) & 1 != 0 {
        result.append(Step(next: next, end: place + offset, edge: .part(inner)))
      }
    }
    if maySkip {
      lattice.forEachSkip(at: place) { end in
        result.append(Step(next: state, end: end, skipped: end - place))
      }
    }
    return result
  }
}
