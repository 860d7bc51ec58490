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
      finder.enter(state, place)
      if case .accept = phase.code[state], place == tokens.end { finder.markEnd() }
      addWays(from: state, at: place, isFirst: place == tokens.start, source)
      next = finder.next()
    }
    return finder.path()
  }

  /// Adds what can be done in a state at a position, the preferred way first.
  private mutating func addWays(
    from state: Int, at place: Int, isFirst: Bool, _ source: Source
  ) {
    var maySkip = !isFirst && !phase.skipping.isEmpty
    switch phase.code[state] {
    case .accept: return
    case .fork(let first, let second):
      finder.add(Step(next: first, end: place))
      finder.add(Step(next: second, end: place))
      return
    case .capture(_, _, let next):
      finder.add(Step(next: next, end: place))
      return
    case .look(let part, let isAhead, let isNegated, let next):
      let holds = looks(part, isAhead: isAhead, at: place, depth: 1)
      if holds != isNegated { finder.add(Step(next: next, end: place)) }
      return
    case .token(let test, let isGlued, let next):
      if place < stretch.end, passes(place, test) {
        finder.add(Step(next: next, end: place + 1, edge: .token(test: test)))
      }
      maySkip = maySkip && !isGlued
    case .gap(let test, let next):
      if place < stretch.end, passes(place, test) {
        finder.add(Step(next: next, end: place + 1, edge: .token(test: test), skipped: 1))
      }
    case .list(let edge, let next):
      if place < stretch.end, let entry = entry(edge, at: place, source.document) {
        let passed = Step.Edge.entry(list: program.listEdges[edge].list, row: entry.row)
        finder.add(Step(next: next, end: place + entry.length, edge: passed))
      }
    case .annotation(let edge, let next):
      addAnnotations(at: place, edge: edge, next: next, source.store)
    case .except(let inner, let veto, let next):
      let ends = excepted(inner, veto, at: place, depth: 1)
      for offset in (0...spanCap).reversed() where ends >> UInt128(offset) & 1 != 0 {
        finder.add(Step(next: next, end: place + offset, edge: .part(inner)))
      }
    }
    if maySkip { addSkips(in: state, at: place, source.store) }
  }

  private mutating func addAnnotations(
    at place: Int, edge: Int, next: Int, _ store: AnnotationStore
  ) {
    let type = program.annotationEdges[edge].type
    var current = store.first(startingAt: place)
    while let id = current {
      current = store.next(after: id)
      let span = store.span(of: id)
      guard span.type == type, span.tokens.end <= stretch.end, !span.tokens.isEmpty,
        holds(program.annotationEdges[edge], store[id])
      else { continue }
      finder.add(Step(next: next, end: span.tokens.end, edge: .annotation(id)))
    }
  }

  private mutating func addSkips(in state: Int, at place: Int, _ store: AnnotationStore) {
    var current = store.first(startingAt: place)
    while let id = current {
      current = store.next(after: id)
      let (type, tokens) = store.span(of: id)
      guard phase.skipping.contains(type), tokens.end <= stretch.end, !tokens.isEmpty else {
        continue
      }
      finder.add(Step(next: state, end: tokens.end, skipped: tokens.end - place))
    }
  }
}
