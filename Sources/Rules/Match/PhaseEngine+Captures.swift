import Text

/// What a capture took once: its tokens, and the list entry or annotation where it was exactly one.
struct Binding {
  var tokens: TokenRange
  var edge: Step.Edge?
}

extension PhaseEngine {
  /// What a text is read by while captures are bound.
  typealias Source = (document: MatchDocument, store: AnnotationStore)

  /// What each capture of a selected match took, in order; a capture that took nothing is absent.
  mutating func bindings(
    of rule: CompiledRule, _ match: TokenRange, _ source: Source
  ) -> [CaptureTrace.Bound] {
    guard !rule.captures.isEmpty else { return [] }
    var trace = CaptureTrace()
    follow(rule.start, match, &trace, source)
    return trace.bindings
  }

  /// Walks the best way from a state over a stretch of tokens and notes what it passes over.
  private mutating func follow(
    _ state: Int, _ tokens: TokenRange, _ trace: inout CaptureTrace, _ source: Source
  ) {
    for (state, place, step) in path(from: state, over: tokens, source) {
      if case .capture(let name, let isStart, _) = phase.code[state] {
        isStart ? trace.open(name) : trace.close(name)
      }
      let passed = TokenRange(place, step.end)
      switch step.edge {
      case .part(let part): follow(phase.parts[part], passed, &trace, source)
      case let edge?: trace.pass(passed, edge)
      case nil: break
      }
    }
  }

  private mutating func path(
    from start: Int, over tokens: TokenRange, _ source: Source
  ) -> [(state: Int, place: Int, step: Step)] {
    finder.begin(reach.ranges[phase.owners[start]] ?? 0..<phase.code.count, over: tokens)
    var next: (state: Int, place: Int)? = (start, tokens.start)
    while let (state, place) = next {
      let ways = ways(from: state, at: place, isFirst: place == tokens.start, source)
      var isEnd = false
      if case .accept = phase.code[state], place == tokens.end { isEnd = true }
      finder.enter(state, place, ways, isEnd: isEnd)
      next = finder.next()
    }
    return finder.path()
  }

  /// What can be done in a state at a position, the preferred way first.
  private mutating func ways(
    from state: Int, at place: Int, isFirst: Bool, _ source: Source
  ) -> [Step] {
    var result: [Step] = []
    var maySkip = !isFirst && !phase.skipping.isEmpty
    switch phase.code[state] {
    case .accept: return []
    case .fork(let first, let second):
      return [Step(next: first, end: place), Step(next: second, end: place)]
    case .capture(_, _, let next): return [Step(next: next, end: place)]
    case .look(let part, let isAhead, let isNegated, let next):
      let holds = looks(part, isAhead: isAhead, at: place, depth: 1)
      return holds != isNegated ? [Step(next: next, end: place)] : []
    case .token(let test, let isGlued, let next):
      if place < stretch.end, passes(place, test) {
        result = [Step(next: next, end: place + 1, edge: .token(test: test))]
      }
      maySkip = maySkip && !isGlued
    case .gap(let test, let next):
      if place < stretch.end, passes(place, test) {
        result = [Step(next: next, end: place + 1, edge: .token(test: test), skipped: 1)]
      }
    case .list(let edge, let next):
      if place < stretch.end, let entry = entry(edge, at: place, source.document) {
        let passed = Step.Edge.entry(list: program.listEdges[edge].list, row: entry.row)
        result = [Step(next: next, end: place + entry.length, edge: passed)]
      }
    case .annotation(let edge, let next):
      forEachAnnotation(at: place, source.store) { id, annotation in
        guard holds(program.annotationEdges[edge], annotation) else { return }
        result.append(Step(next: next, end: annotation.tokens.end, edge: .annotation(id)))
      }
    case .except(let inner, let veto, let next):
      let ends = excepted(inner, veto, at: place, depth: 1)
      for offset in (0...spanCap).reversed() where ends >> UInt128(offset) & 1 != 0 {
        result.append(Step(next: next, end: place + offset, edge: .part(inner)))
      }
    }
    if maySkip {
      forEachAnnotation(at: place, source.store) { _, annotation in
        guard phase.skipping.contains(annotation.type) else { return }
        let end = annotation.tokens.end
        result.append(Step(next: state, end: end, skipped: end - place))
      }
    }
    return result
  }

  /// Calls `body` with each earlier annotation that starts at a position and lies in the stretch.
  private func forEachAnnotation(
    at place: Int, _ store: AnnotationStore, _ body: (AnnotationID, Annotation) -> Void
  ) {
    var current = store.first(startingAt: place)
    while let id = current {
      let annotation = store[id]
      if annotation.tokens.end <= stretch.end, !annotation.tokens.isEmpty { body(id, annotation) }
      current = store.next(after: id)
    }
  }
}
