import Text

extension PhaseEngine {
  /// Takes a set forward from a position, set by set; one bit for each offset where something ends.
  ///
  /// What ends is noted in `hits` at depth 0; parts inside rules, and parts inside parts, run at greater depths.
  mutating func simulate(from start: Int, _ first: Int32, depth: Int) -> UInt128 {
    let limit = min(stretch.end, start + spanCap) - start
    let base = depth * (spanCap + 1)
    if pending.count <= base {
      pending += repeatElement(StateSets.empty, count: base + spanCap + 1 - pending.count)
    }
    var result: UInt128 = 0
    var set = first
    var offset = 0
    var furthest = 0
    while true {
      if set != StateSets.empty {
        var info = sets.infos[Int(set)]
        if info.openCount > 0 {
          set = settle(set, offset, from: start, limit: limit, depth: depth, &furthest)
          info = sets.infos[Int(set)]
        }
        if info.acceptCount > 0 {
          result |= 1 << UInt128(offset)
          if depth == 0 { note(info, at: offset) }
        }
      }
      guard start + offset < stretch.end else { break }
      var next = StateSets.empty
      if set != StateSets.empty {
        if offset < limit {
          next = step(from: set, start + offset, isFirst: offset == 0)
          if next < 0 { next = take(next, set, offset, from: start, limit, depth, &furthest) }
        } else if depth == 0 {
          countCaps(set, at: start + offset, room: 0)
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

  private mutating func note(_ info: StateSets.Info, at offset: Int) {
    let first = Int(info.firstAccept)
    for place in first..<first + Int(info.acceptCount) {
      hits.append(Hit(rule: Int(sets.accepted[place]), offset: offset))
    }
  }

  private mutating func wait(
    _ set: Int32, at offset: Int, _ depth: Int, _ furthest: inout Int
  ) {
    let place = depth * (spanCap + 1) + offset
    pending[place] = sets.union(pending[place], set)
    furthest = max(furthest, offset)
  }

  /// Takes a step of several lengths: all its sets wait at their offsets.
  private mutating func take(
    _ step: Int32, _ set: Int32, _ offset: Int, from start: Int, _ limit: Int, _ depth: Int,
    _ furthest: inout Int
  ) -> Int32 {
    var isBeyond = false
    for branch in branches[-1 - Int(step)] {
      if offset + branch.length <= limit {
        wait(branch.set, at: offset + branch.length, depth, &furthest)
      } else {
        isBeyond = true
      }
    }
    if isBeyond, depth == 0 { countCaps(set, at: start + offset, room: limit - offset) }
    return StateSets.empty
  }

  // MARK: Steps

  /// The set one token on from a set, or -1 minus the place of branches.
  private mutating func step(from set: Int32, _ place: Int, isFirst: Bool) -> Int32 {
    let letter = letter(at: place)
    let mark: UInt64 = isFirst && !phase.skipping.isEmpty ? 1 : 0
    let key = UInt64(set) << 32 | UInt64(letter) << 1 | mark
    let known = steps.value(key)
    if known != NumberTable.absent { return known }
    let step = makeStep(from: set, letter, maySkip: mark == 0)
    steps.set(key, step)
    return step
  }

  private mutating func makeStep(from set: Int32, _ letter: Int32, maySkip: Bool) -> Int32 {
    var moves: [(length: Int, state: Int)] = []
    for state in sets.states(of: set) {
      forEachMove(from: state, letter, maySkip: maySkip) { moves.append(($0, $1)) }
    }
    var result: [Branch] = []
    for length in Set(moves.map(\.length)).sorted() {
      sets.begin()
      for move in moves where move.length == length { sets.add(move.state) }
      result.append(Branch(length: length, set: sets.finish()))
    }
    if result.isEmpty { return StateSets.empty }
    if result.count == 1, result[0].length == 1 { return result[0].set }
    branches.append(result)
    return Int32(truncatingIfNeeded: -branches.count)
  }

  /// Calls `body` with the length and the next state of each way on from a state that passes over something.
  private func forEachMove(
    from state: Int, _ letter: Int32, maySkip: Bool, _ body: (Int, Int) -> Void
  ) {
    func follow(_ number: Int, _ next: Int) {
      for edge in alphabet.edges(of: letter) where Int(edge.number) == number {
        body(Int(edge.length), next)
      }
    }
    switch phase.code[state] {
    case .token(let test, let isGlued, let next):
      if alphabet.passes(letter, test) { body(1, next) }
      if isGlued { return }
    case .gap(let test, let next): if alphabet.passes(letter, test) { body(1, next) }
    case .list(let edge, let next): follow(edge, next)
    case .annotation(let edge, let next): follow(program.listEdges.count + edge, next)
    case .except: break
    case .fork, .capture, .look, .accept: return
    }
    if maySkip { follow(-1, state) }
  }

  /// Counts, for each rule, the ways from a set that would lead beyond the span cap.
  private mutating func countCaps(_ set: Int32, at place: Int, room: Int) {
    for state in sets.states(of: set) {
      forEachMove(from: state, letter(at: place), maySkip: false) { length, _ in
        if length > room { capHits[phase.owners[state]] += 1 }
      }
    }
  }

  // MARK: Looks and exceptions

  /// Settles what is open in a set: looks, and `except`, whose longer ends wait at their offsets.
  private mutating func settle(
    _ first: Int32, _ offset: Int, from start: Int, limit: Int, depth: Int, _ furthest: inout Int
  ) -> Int32 {
    var set = first
    while true {
      let open = sets.nextOpen(of: set)
      guard !open.isEmpty else { return set }
      var outcome: UInt32 = 0
      for (number, place) in open.enumerated() {
        let state = Int(sets.open[place])
        let isFree: Bool
        if case .except(let inner, let veto, let next) = phase.code[state] {
          let ends = excepted(inner, veto, at: start + offset, depth: depth + 1)
          wait(next, ends, offset, limit, depth, &furthest)
          isFree = ends & 1 != 0
        } else {
          isFree = self.isFree(state, at: start + offset, depth: depth + 1)
        }
        if isFree { outcome |= 1 << UInt32(number) }
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

  /// Whether the way on from a state that looks is free at a position.
  private mutating func isFree(_ state: Int, at place: Int, depth: Int) -> Bool {
    let look = reach.looks[state]
    // One token tells: the letter's, once for all places where it stands.
    let single: Int32? =
      look.isSingle
      ? look.isAhead
        ? place < stretch.end ? letter(at: place) + 1 : 0
        : place > stretch.start ? letter(at: place - 1) + 1 : 0
      : nil
    if let single, let known = lookMemo.value(look.number, at: single) {
      return known != look.isNegated
    }
    let holds = looks(look.part, isAhead: look.isAhead, at: place, depth: depth)
    if let single { lookMemo.keep(holds, for: look.number, at: single) }
    return holds != look.isNegated
  }

  /// Where a part that starts at a position can end, one bit for each offset.
  mutating func ends(of part: Int, at place: Int, depth: Int) -> UInt128 {
    if let known = partEnds.value(part, at: place, of: runNumber) { return known }
    let ends = simulate(from: place, sets.single(phase.parts[part]), depth: depth)
    partEnds.keep(ends, for: part, at: place, of: runNumber)
    return ends
  }

  mutating func excepted(_ inner: Int, _ veto: Int, at place: Int, depth: Int) -> UInt128 {
    let found = ends(of: inner, at: place, depth: depth)
    return found == 0 ? 0 : found & ~ends(of: veto, at: place, depth: depth)
  }

  mutating func looks(_ part: Int, isAhead: Bool, at place: Int, depth: Int) -> Bool {
    if isAhead {
      let within: UInt128 = 1 << UInt128(lookCap + 1) - 1
      return ends(of: part, at: place, depth: depth) & within != 0
    }
    let first = max(stretch.start, place - reach.partLengths[part])
    for start in first...place
    where ends(of: part, at: start, depth: depth) >> UInt128(place - start) & 1 != 0 {
      return true
    }
    return false
  }
}

extension PhaseEngine {
  /// Where a pattern from a state on ends when it starts at a position, one bit for each offset.
  mutating func ends(from state: Int, at start: Int) -> UInt128 {
    forgetSetsIfMany()
    hits.removeAll(keepingCapacity: true)
    return simulate(from: start, sets.single(state), depth: 0)
  }
}
