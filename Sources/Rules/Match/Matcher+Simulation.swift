import Text

extension Matcher {
  mutating func begin(depth: Int, _ lattice: Lattice) {
    if frontiers.count <= depth { frontiers.append(Frontier()) }
    frontiers[depth].begin(stateCount: lattice.phase.code.count)
  }

  /// Takes the states that were pushed at offset 0 forward, position by position, and notes where they end.
  mutating func simulate(from start: Int, depth: Int, _ lattice: Lattice) {
    let limit = min(lattice.sentence.end, start + Rules.spanCap) - start
    var offset = 0
    while offset <= frontiers[depth].furthest {
      frontiers[depth].turn()
      while let state = frontiers[depth].pop(at: offset) {
        advance(state, at: offset, from: start, limit: limit, depth: depth, lattice)
      }
      offset += 1
    }
  }

  private mutating func advance(
    _ state: Int, at offset: Int, from start: Int, limit: Int, depth: Int, _ lattice: Lattice
  ) {
    let place = start + offset
    switch lattice.phase.code[state] {
    case .accept(let rule): frontiers[depth].end(rule: rule, at: offset)
    case .fork(let first, let second):
      frontiers[depth].push(second, at: offset)
      frontiers[depth].push(first, at: offset)
    case .capture(_, _, let next): frontiers[depth].push(next, at: offset)
    case .look(let part, let isAhead, let isNegated, let next):
      let holds = looks(part, isAhead: isAhead, at: place, depth: depth + 1, lattice)
      if holds != isNegated { frontiers[depth].push(next, at: offset) }
    case .token(let test, let isGlued, let next):
      if place < lattice.sentence.end, passes(place, test, lattice) {
        reach(next, at: offset + 1, limit, of: state, depth, lattice)
      }
      if !isGlued { skip(state, offset, start, limit, depth, lattice) }
    case .gap(let test, let next):
      if place < lattice.sentence.end, passes(place, test, lattice) {
        reach(next, at: offset + 1, limit, of: state, depth, lattice)
      }
      skip(state, offset, start, limit, depth, lattice)
    case .list(let edge, let next):
      let length = entryLength(edge, at: place, lattice)
      if length > 0 { reach(next, at: offset + length, limit, of: state, depth, lattice) }
      skip(state, offset, start, limit, depth, lattice)
    case .annotation(let edge, let next):
      lattice.forEachAnnotation(program.annotationEdges[edge], at: place) { _, end in
        reach(next, at: end - start, limit, of: state, depth, lattice)
      }
      skip(state, offset, start, limit, depth, lattice)
    case .except(let inner, let veto, let next):
      var ends = excepted(inner, veto, at: place, depth: depth + 1, lattice)
      while ends != 0 {
        let end = offset + ends.trailingZeroBitCount
        reach(next, at: end, limit, of: state, depth, lattice)
        ends &= ends - 1
      }
      skip(state, offset, start, limit, depth, lattice)
    }
  }

  private mutating func reach(
    _ next: Int, at offset: Int, _ limit: Int, of state: Int, _ depth: Int, _ lattice: Lattice
  ) {
    if offset <= limit {
      frontiers[depth].push(next, at: offset)
    } else if depth == 0 {
      countCapHit(of: state, lattice.phase)
    }
  }

  /// The element of a state may also stand behind what is skipped, but nothing is skipped before the first.
  private mutating func skip(
    _ state: Int, _ offset: Int, _ start: Int, _ limit: Int, _ depth: Int, _ lattice: Lattice
  ) {
    guard offset > 0 else { return }
    lattice.forEachSkip(at: start + offset) { end in
      if end - start <= limit { frontiers[depth].push(state, at: end - start) }
    }
  }

  mutating func passes(_ place: Int, _ test: Int, _ lattice: Lattice) -> Bool {
    classifier.passes(lattice.token(place), test, lattice.document.vocabulary)
  }

  private mutating func entryLength(_ edge: Int, at place: Int, _ lattice: Lattice) -> Int {
    let list = program.tests.count + program.listEdges[edge].list
    guard place < lattice.sentence.end, passes(place, list, lattice) else { return 0 }
    if let known = entryLengths.value(edge, at: place, of: runNumber) { return known }
    let length = lattice.entry(program.listEdges[edge], at: place)?.length ?? 0
    entryLengths.keep(length, for: edge, at: place, of: runNumber)
    return length
  }

  // MARK: Parts

  /// Where a part that starts at a position can end, one bit for each offset.
  mutating func ends(of part: Int, at place: Int, depth: Int, _ lattice: Lattice) -> UInt128 {
    if let known = partEnds.value(part, at: place, of: runNumber) { return known }
    begin(depth: depth, lattice)
    frontiers[depth].push(lattice.phase.parts[part], at: 0)
    simulate(from: place, depth: depth, lattice)
    let ends = frontiers[depth].hits.reduce(UInt128(0)) { $0 | 1 << UInt128($1.offset) }
    partEnds.keep(ends, for: part, at: place, of: runNumber)
    return ends
  }

  mutating func excepted(
    _ inner: Int, _ veto: Int, at place: Int, depth: Int, _ lattice: Lattice
  ) -> UInt128 {
    let found = ends(of: inner, at: place, depth: depth, lattice)
    return found == 0 ? 0 : found & ~ends(of: veto, at: place, depth: depth, lattice)
  }

  mutating func looks(
    _ part: Int, isAhead: Bool, at place: Int, depth: Int, _ lattice: Lattice
  ) -> Bool {
    if isAhead {
      let within: UInt128 = 1 << UInt128(Self.lookCap + 1) - 1
      return ends(of: part, at: place, depth: depth, lattice) & within != 0
    }
    for start in max(lattice.sentence.start, place - Self.lookCap)...place
    where ends(of: part, at: start, depth: depth, lattice) >> UInt128(place - start) & 1 != 0 {
      return true
    }
    return false
  }
}
