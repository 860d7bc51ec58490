import Text

extension PhaseEngine {
  /// Takes a set forward from a position, set by set; one bit for each offset where something ends.
  ///
  /// What ends is noted in `hits` at depth 0; parts inside rules, and parts inside parts, run at greater depths.
  mutating func simulate(
    from start: Int, _ first: Int32, depth: Int, _ source: MatchSource
  ) -> UInt128 {
    let room = stretch.end - start
    let limit = min(room, spanCap)
    let base = depth * (spanCap + 1)
    var result: UInt128 = 0
    var set = first
    var offset = 0
    var furthest = 0
    while true {
      if StateSets.hasOpen(set) {
        set = settle(set, offset, from: start, limit, depth, &furthest, source)
      }
      if StateSets.accepts(set) {
        result |= 1 &<< UInt128(truncatingIfNeeded: offset)
        if depth == 0 { hits.append(Hit(set: set, offset: offset)) }
      }
      guard offset < room else { break }
      var next = StateSets.empty
      if set != StateSets.empty {
        if offset < limit {
          next = step(from: set, start + offset, isFirst: offset == 0, source)
          if next < 0 {
            take(next, set, offset, from: start, limit, depth, &furthest, source)
            next = StateSets.empty
          }
        } else if depth == 0 {
          countCaps(set, at: start + offset, room: 0, source)
        }
      }
      offset += 1
      if offset <= furthest {
        next = sets.union(next, pending[base + offset])
        pending[base + offset] = StateSets.empty
      } else if next == StateSets.empty {
        break
      }
      set = next
    }
    return result
  }

  private mutating func wait(
    _ set: Int32, at offset: Int, _ depth: Int, _ furthest: inout Int
  ) {
    let place = depth * (spanCap + 1) + offset
    if pending.count <= place {
      let size = (depth + 1) * (spanCap + 1)
      pending += repeatElement(StateSets.empty, count: size - pending.count)
    }
    pending[place] = sets.union(pending[place], set)
    furthest = max(furthest, offset)
  }

  /// Takes a step of several lengths: all its sets wait at their offsets.
  private mutating func take(
    _ step: Int32, _ set: Int32, _ offset: Int, from start: Int, _ limit: Int, _ depth: Int,
    _ furthest: inout Int, _ source: MatchSource
  ) {
    var isBeyond = false
    for place in steps.branchRange(of: step) {
      let branch = steps.branch(place)
      if offset + branch.length <= limit {
        wait(branch.set, at: offset + branch.length, depth, &furthest)
      } else {
        isBeyond = true
      }
    }
    if isBeyond, depth == 0 { countCaps(set, at: start + offset, room: limit - offset, source) }
  }

  // MARK: Steps

  /// The set one token on from a set, or below 0 a step of several lengths.
  private mutating func step(
    from set: Int32, _ place: Int, isFirst: Bool, _ source: MatchSource
  ) -> Int32 {
    let letter = letter(at: place, source)
    let isMarked = isFirst && !phase.skipping.isEmpty
    let row =
      phase.skipping.isEmpty
      ? StateSets.index(set) : StateSets.index(set) * 2 + (isMarked ? 1 : 0)
    let known = steps.value(row, letter)
    if known != NumberTable.absent { return known }
    let step = makeStep(from: set, letter, maySkip: !isMarked)
    steps.set(row, letter, step)
    return step
  }

  private mutating func makeStep(from set: Int32, _ letter: Int32, maySkip: Bool) -> Int32 {
    var moves: [(length: Int, state: Int)] = []
    for state in sets.states(of: set) {
      forEachMove(from: state, letter, maySkip: maySkip) { moves.append(($0, $1)) }
    }
    if moves.isEmpty { return StateSets.empty }
    if moves.allSatisfy({ $0.length == 1 }) { return self.set(of: moves[...]) }
    moves.sort { $0.length < $1.length }
    var ways: [StepTable.Branch] = []
    var first = 0
    while first < moves.count {
      let length = moves[first].length
      let end = moves[first...].firstIndex { $0.length != length } ?? moves.count
      ways.append(StepTable.Branch(length: length, set: self.set(of: moves[first..<end])))
      first = end
    }
    return steps.step(of: ways)
  }

  private mutating func set(of moves: ArraySlice<(length: Int, state: Int)>) -> Int32 {
    sets.begin()
    for move in moves { sets.add(move.state) }
    return sets.finish()
  }

  /// Calls `body` with the length and the next state of each way on from a state that passes over something.
  private func forEachMove(
    from state: Int, _ letter: Int32, maySkip: Bool, _ body: (Int, Int) -> Void
  ) {
    func follow(_ number: Int, _ next: Int) {
      for place in alphabet.edgeRange(of: letter) {
        let edge = alphabet.edge(place)
        if Int(edge.number) == number { body(Int(edge.length), next) }
      }
    }
    switch phase.code[state] {
    case .token(let test, let isGlued, let next):
      if alphabet.passes(letter, test) { body(1, next) }
      if isGlued { return }
    case .gap(let test, let next): if alphabet.passes(letter, test) { body(1, next) }
    case .list(let edge, let next): follow(edge, next)
    case .annotation(let edge, let next): follow(program.listEdges.count + edge, next)
    case .except(_, _, let next):
      guard reach.shapes.isTold[state] else { break }
      var ends = excepted(state, over: letter)
      while ends != 0 {
        body(ends.trailingZeroBitCount, next)
        ends &= ends - 1
      }
    case .fork, .capture, .look, .accept: return
    }
    if maySkip { follow(-1, state) }
  }

  /// Counts, for each rule, the ways from a set that would lead beyond the span cap.
  private mutating func countCaps(
    _ set: Int32, at place: Int, room: Int, _ source: MatchSource
  ) {
    let letter = letter(at: place, source)
    for state in sets.states(of: set) {
      forEachMove(from: state, letter, maySkip: false) { length, _ in
        if length > room { capHits[phase.owners[state]] += 1 }
      }
    }
  }

  /// Settles what is open in a set: looks, and `except`, whose longer ends wait at their offsets.
  ///
  /// Where the tokens beside the position tell all outcomes, they are remembered together.
  private mutating func settle(
    _ first: Int32, _ offset: Int, from start: Int, _ limit: Int, _ depth: Int,
    _ furthest: inout Int, _ source: MatchSource
  ) -> Int32 {
    var isTold = true
    let behind = outlook(behind: start + offset, depth: depth + 1, source)
    let ahead = outlook(ahead: start + offset, depth: depth + 1, source)
    guard !sets.info(of: first).excepts, behind | ahead < 1 << 20 else {
      return settle(first, offset, from: start, limit, depth, &furthest, &isTold, source)
    }
    let key = UInt64(StateSets.index(first)) << 40 | UInt64(behind) << 20 | UInt64(ahead)
    let known = settled.value(key)
    if known >= 0 { return known }
    let set = settle(first, offset, from: start, limit, depth, &furthest, &isTold, source)
    if known == NumberTable.absent { settled.set(key, isTold ? set : -1) }
    return set
  }

  /// Settles one after the other; `isTold` becomes false where the tokens beside the position did not tell.
  private mutating func settle(
    _ first: Int32, _ offset: Int, from start: Int, _ limit: Int, _ depth: Int,
    _ furthest: inout Int, _ isTold: inout Bool, _ source: MatchSource
  ) -> Int32 {
    var set = first
    while true {
      let open = sets.nextOpen(of: set)
      guard !open.isEmpty else { return set }
      var outcome: UInt32 = 0
      for place in open {
        let state = Int(sets.open[place])
        let isFree: Bool
        if case .except(_, _, let next) = phase.code[state] {
          isTold = false
          let ends = excepted(state, at: start + offset, depth: depth + 1, source)
          wait(next, ends, offset, limit, depth, &furthest)
          isFree = ends & 1 != 0
        } else {
          isFree = self.isFree(state, at: start + offset, depth: depth + 1, &isTold, source)
        }
        if isFree { outcome |= 1 &<< UInt32(truncatingIfNeeded: place - open.lowerBound) }
      }
      set = sets.settling(set, outcome)
    }
  }

  /// Lets what follows an `except` wait at each offset beyond this one where it ends.
  private mutating func wait(
    _ next: Int, _ ends: UInt128, _ offset: Int, _ limit: Int, _ depth: Int,
    _ furthest: inout Int
  ) {
    var rest = ends & ~1
    guard rest != 0 else { return }
    let set = sets.single(next)
    while rest != 0 {
      let end = offset + rest.trailingZeroBitCount
      rest &= rest - 1
      if end <= limit {
        wait(set, at: end, depth, &furthest)
      } else if depth == 0 {
        capHits[phase.owners[next]] += 1
      }
    }
  }
}

extension PhaseEngine {
  /// Where a pattern from a state on ends when it starts at a position, one bit for each offset.
  mutating func ends(from state: Int, at start: Int, _ source: MatchSource) -> UInt128 {
    forgetSetsIfMany()
    hits.removeAll(keepingCapacity: true)
    return simulate(from: start, sets.single(state), depth: 0, source)
  }

  /// Whether something can be passed over from a set that begins at a position, as the first token alone tells.
  mutating func canBegin(_ set: Int32, at place: Int, _ source: MatchSource) -> Bool {
    if StateSets.hasOpen(set) || StateSets.accepts(set) { return true }
    guard set != StateSets.empty, place < stretch.end else { return false }
    return step(from: set, place, isFirst: true, source) != StateSets.empty
  }
}
