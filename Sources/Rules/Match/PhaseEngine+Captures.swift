import Text

/// What a capture took once: its tokens, and the list entry or annotation where it was exactly one.
struct Binding {
  var tokens: TokenRange
  var edge: Step.Edge?
}

extension PhaseEngine {
  /// What each capture of a selected match of a rule took, in order; a capture that took nothing is absent.
  mutating func bindings(
    ofRule rule: Int, _ match: TokenRange, _ source: MatchSource
  ) -> [CaptureTrace.Bound] {
    guard !phase.rules[rule].captures.isEmpty else { return [] }
    // Not held twice, so that its arrays are not copied.
    var trace = CaptureTrace()
    swap(&trace, &self.trace)
    trace.removeAll()
    follow(phase.rules[rule].start, match, &trace, source)
    swap(&trace, &self.trace)
    return self.trace.bindings
  }

  /// Walks the best way from a state over a stretch of tokens and notes what it passes over.
  private mutating func follow(
    _ state: Int, _ tokens: TokenRange, _ trace: inout CaptureTrace, _ source: MatchSource
  ) {
    let first = walk.places.count
    if findPlainPath(from: state, over: tokens, source) {
      for number in first..<walk.places.count {
        let place = walk.places[number]
        pass(place.state, TokenRange(place.place, place.end), place.edge, &trace, source)
      }
      walk.removeLast(to: first)
      return
    }
    for (state, place, step) in path(from: state, over: tokens, source) {
      pass(state, TokenRange(place, step.end), step.edge, &trace, source)
    }
  }

  private mutating func pass(
    _ state: Int, _ tokens: TokenRange, _ edge: Step.Edge?, _ trace: inout CaptureTrace,
    _ source: MatchSource
  ) {
    if case .capture(let name, let isStart, _) = code[state] {
      isStart ? trace.open(name) : trace.close(name)
    }
    switch edge {
    case .part(let part): follow(phase.parts[part], tokens, &trace, source)
    case let edge?: trace.pass(tokens, edge)
    case nil: break
    }
  }

  private func states(of start: Int) -> Range<Int> { reach.ranges[phase.owners[start]] }

  // MARK: Ways without skipping

  /// Puts the first way on which nothing is skipped behind the places of `walk`; false where there is none.
  private mutating func findPlainPath(
    from start: Int, over tokens: TokenRange, _ source: MatchSource
  ) -> Bool {
    let first = walk.places.count
    walk.begin(states(of: start), over: tokens)
    _ = walk.enter(start, tokens.start)
    while walk.places.count > first {
      let top = walk.places.count - 1
      let (state, place) = (walk.places[top].state, walk.places[top].place)
      if case .accept = code[state] {
        walk.removeLast(to: top)
        if place == tokens.end { return true }
      } else if let next = nextState(top, source) {
        if walk.places[top].end <= tokens.end { _ = walk.enter(next, walk.places[top].end) }
      } else {
        walk.removeLast(to: top)
      }
    }
    return false
  }

  /// Takes the next alternative of a place on the way and gives the state that it leads to, nil where none is left.
  private mutating func nextState(_ number: Int, _ source: MatchSource) -> Int? {
    let (state, place) = (walk.places[number].state, walk.places[number].place)
    let cursor = walk.places[number].cursor
    switch code[state] {
    case .fork(let first, let second):
      guard cursor < 2 else { return nil }
      walk.take(number, cursor: cursor + 1, end: place, nil)
      return cursor == 0 ? first : second
    case .annotation(let edge, let next):
      guard let id = annotation(edge, at: place, after: cursor, source) else { return nil }
      let end = source.store.span(of: id).tokens.end
      walk.take(number, cursor: id.rawValue + 1, end: end, .annotation(id))
      return next
    case .except(let inner, _, let next):
      // The longest first: the cursor counts down from the span cap to the offset that was tried last.
      let untried: UInt128 = 1 << UInt128(spanCap + 1 - cursor) - 1
      let ends = excepted(state, at: place, depth: 1, source) & untried
      guard ends != 0 else { return nil }
      let offset = 127 - ends.leadingZeroBitCount
      walk.take(number, cursor: spanCap + 1 - offset, end: place + offset, .part(inner))
      return next
    default: return cursor == 0 ? onlyState(number, state, place, source) : nil
    }
  }

  /// The state behind one that has a single way on.
  private mutating func onlyState(
    _ number: Int, _ state: Int, _ place: Int, _ source: MatchSource
  ) -> Int? {
    switch code[state] {
    case .capture(_, _, let next):
      walk.take(number, cursor: 1, end: place, nil)
      return next
    case .look(_, _, _, let next):
      guard isFree(state, at: place, depth: 1, source) else { return nil }
      walk.take(number, cursor: 1, end: place, nil)
      return next
    case .token(let test, _, let next):
      guard place < stretch.end, passes(place, test, source) else { return nil }
      walk.take(number, cursor: 1, end: place + 1, .token(test: test))
      return next
    case .list(let edge, let next):
      guard place < stretch.end, let entry = entry(of: edge, at: place, source) else { return nil }
      let passed = Step.Edge.entry(list: program.listEdges[edge].list, row: entry.row)
      walk.take(number, cursor: 1, end: place + entry.length, passed)
      return next
    default: return nil
    }
  }

  /// The first longest entry at a position whose row satisfies an edge's conditions; nil where none does.
  private func entry(
    of edge: Int, at place: Int, _ source: MatchSource
  ) -> (row: Int, length: Int)? {
    let node = source.reading.page.nodes[place]
    return source.known.entry(of: edge, at: source.tokens[place].id, node)
  }

  /// The next annotation of an edge at a position, of those behind `cursor - 1`; all of them where the cursor is 0.
  private func annotation(
    _ edge: Int, at place: Int, after cursor: Int, _ source: MatchSource
  ) -> AnnotationID? {
    var current =
      cursor == 0
      ? source.store.first(startingAt: place)
      : source.store.next(after: AnnotationID(rawValue: cursor - 1))
    while let id = current {
      if isPassed(id, by: edge, source) { return id }
      current = source.store.next(after: id)
    }
    return nil
  }

  private func isPassed(_ id: AnnotationID, by edge: Int, _ source: MatchSource) -> Bool {
    let span = source.store.span(of: id)
    guard span.type == program.annotationEdges[edge].type, span.tokens.end <= stretch.end,
      !span.tokens.isEmpty
    else { return false }
    return program.annotationEdges[edge].conditions.isEmpty
      || holds(program.annotationEdges[edge], source.store.annotations[id.rawValue])
  }

  // MARK: Ways with skipping

  private mutating func path(
    from start: Int, over tokens: TokenRange, _ source: MatchSource
  ) -> [(state: Int, place: Int, step: Step)] {
    finder.begin(states(of: start), over: tokens)
    var next: (state: Int, place: Int)? = (start, tokens.start)
    while let (state, place) = next {
      finder.enter(state, place)
      if case .accept = code[state], place == tokens.end { finder.markEnd() }
      addWays(from: state, at: place, isFirst: place == tokens.start, source)
      next = finder.next()
    }
    return finder.path()
  }

  /// Adds what can be done in a state at a position, the preferred way first.
  private mutating func addWays(
    from state: Int, at place: Int, isFirst: Bool, _ source: MatchSource
  ) {
    var maySkip = !isFirst && !phase.skipping.isEmpty
    switch code[state] {
    case .accept: return
    case .fork(let first, let second):
      finder.add(Step(next: first, end: place))
      finder.add(Step(next: second, end: place))
      return
    case .capture(_, _, let next):
      finder.add(Step(next: next, end: place))
      return
    case .look(_, _, _, let next):
      if isFree(state, at: place, depth: 1, source) { finder.add(Step(next: next, end: place)) }
      return
    case .token(let test, let isGlued, let next):
      if place < stretch.end, passes(place, test, source) {
        finder.add(Step(next: next, end: place + 1, edge: .token(test: test)))
      }
      maySkip = maySkip && !isGlued
    case .gap(let test, let next):
      if place < stretch.end, passes(place, test, source) {
        finder.add(Step(next: next, end: place + 1, edge: .token(test: test), skipped: 1))
      }
    case .list(let edge, let next):
      if place < stretch.end, let entry = entry(of: edge, at: place, source) {
        let passed = Step.Edge.entry(list: program.listEdges[edge].list, row: entry.row)
        finder.add(Step(next: next, end: place + entry.length, edge: passed))
      }
    case .annotation(let edge, let next): addAnnotations(edge, at: place, next: next, source)
    case .except(let inner, _, let next):
      let ends = excepted(state, at: place, depth: 1, source)
      for offset in (0...spanCap).reversed() where ends >> UInt128(offset) & 1 != 0 {
        finder.add(Step(next: next, end: place + offset, edge: .part(inner)))
      }
    }
    if maySkip { addSkips(in: state, at: place, source) }
  }

  private mutating func addAnnotations(
    _ edge: Int, at place: Int, next: Int, _ source: MatchSource
  ) {
    var cursor = 0
    while let id = annotation(edge, at: place, after: cursor, source) {
      let end = source.store.span(of: id).tokens.end
      finder.add(Step(next: next, end: end, edge: .annotation(id)))
      cursor = id.rawValue + 1
    }
  }

  private mutating func addSkips(in state: Int, at place: Int, _ source: MatchSource) {
    var current = source.store.first(startingAt: place)
    while let id = current {
      current = source.store.next(after: id)
      let (type, tokens) = source.store.span(of: id)
      guard phase.skipping.contains(type), tokens.end <= stretch.end, !tokens.isEmpty else {
        continue
      }
      finder.add(Step(next: state, end: tokens.end, skipped: tokens.end - place))
    }
  }
}
