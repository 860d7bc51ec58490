import Text

/// Looks and exceptions: parts that are tried on their own.
extension PhaseEngine {
  /// Whether the way on from a state that looks is free at a position.
  mutating func isFree(_ state: Int, at place: Int, depth: Int, _ source: MatchSource) -> Bool {
    var isTold = true
    return isFree(state, at: place, depth: depth, &isTold, source)
  }

  /// The same; `isTold` becomes false where the token beside the position does not tell.
  mutating func isFree(
    _ state: Int, at place: Int, depth: Int, _ isTold: inout Bool, _ source: MatchSource
  ) -> Bool {
    let look = reach.looks[state]
    var holds = mayHold(look, at: place, depth: depth, source)
    if holds, !look.isTold {
      isTold = false
      holds = looks(look.part, isAhead: look.isAhead, at: place, depth: depth, source)
    }
    return holds != look.isNegated
  }

  /// Whether the part of a look can match, as the letter beside the position tells, once for all places where it
  /// stands; of many parts whether it does.
  private mutating func mayHold(
    _ look: PhaseReach.Look, at place: Int, depth: Int, _ source: MatchSource
  ) -> Bool {
    let beside =
      look.isAhead ? letterAhead(of: place, source) : letterBehind(place, source)
    if let known = lookMemo.value(look.number, at: beside) { return known }
    let holds =
      look.isTold
      ? looks(look.part, isAhead: look.isAhead, at: place, depth: depth, source)
      : isPossible(look, at: place, source)
    lookMemo.keep(holds, for: look.number, at: beside)
    return holds
  }

  /// The letter beside a position, counted from 1; 0 at the edge of what is read.
  private mutating func letterAhead(of place: Int, _ source: MatchSource) -> Int32 {
    place < stretch.end ? letter(at: place, source) + 1 : 0
  }

  private mutating func letterBehind(_ place: Int, _ source: MatchSource) -> Int32 {
    place > stretch.start ? letter(at: place - 1, source) + 1 : 0
  }

  /// What the letters beside a position tell of all looks to that side, as a number.
  mutating func outlook(ahead place: Int, depth: Int, _ source: MatchSource) -> Int32 {
    guard !reach.looksAhead.isEmpty else { return 0 }
    let letter = letterAhead(of: place, source)
    if let known = outlookAhead[letter] { return known }
    let outcomes = reach.looksAhead.map { mayHold($0, at: place, depth: depth, source) }
    return outlookAhead.add(letter, outcomes)
  }

  mutating func outlook(behind place: Int, depth: Int, _ source: MatchSource) -> Int32 {
    guard !reach.looksBehind.isEmpty else { return 0 }
    let letter = letterBehind(place, source)
    if let known = outlookBehind[letter] { return known }
    let outcomes = reach.looksBehind.map { mayHold($0, at: place, depth: depth, source) }
    return outlookBehind.add(letter, outcomes)
  }

  private mutating func isPossible(
    _ look: PhaseReach.Look, at place: Int, _ source: MatchSource
  ) -> Bool {
    if look.isAhead { return canBegin(sets.single(phase.parts[look.part]), at: place, source) }
    guard let lasts = reach.partLasts[look.part] else { return true }
    guard place > stretch.start else { return false }
    let letter = letter(at: place - 1, source)
    return lasts.contains { alphabet.passes(letter, $0) }
  }

  /// Where a part that starts at a position can end, one bit for each offset.
  mutating func ends(
    of part: Int, at place: Int, depth: Int, _ source: MatchSource
  ) -> UInt128 {
    let set = sets.single(phase.parts[part])
    guard canBegin(set, at: place, source) else { return 0 }
    if let known = partEnds.value(part, at: place, of: runNumber) { return known }
    let ends = simulate(from: place, set, depth: depth, source)
    partEnds.keep(ends, for: part, at: place, of: runNumber)
    return ends
  }

  /// Where an `except` in a state that starts at a position can end, one bit for each offset.
  mutating func excepted(
    _ state: Int, at place: Int, depth: Int, _ source: MatchSource
  ) -> UInt128 {
    guard case .except(let inner, let veto, _) = phase.code[state] else { return 0 }
    if reach.shapes.isTold[state] {
      return place < stretch.end ? excepted(state, over: letter(at: place, source)) : 0
    }
    let found = ends(of: inner, at: place, depth: depth, source)
    return found == 0 ? 0 : found & ~ends(of: veto, at: place, depth: depth, source)
  }

  private mutating func looks(
    _ part: Int, isAhead: Bool, at place: Int, depth: Int, _ source: MatchSource
  ) -> Bool {
    if isAhead {
      let within: UInt128 = 1 << UInt128(lookCap + 1) - 1
      return ends(of: part, at: place, depth: depth, source) & within != 0
    }
    let first = max(stretch.start, place - reach.partLengths[part])
    // Without last tests the part may be empty.
    let last = reach.partLasts[part] == nil ? place : place - 1
    for start in stride(from: first, through: last, by: 1)
    where ends(of: part, at: start, depth: depth, source)
      >> UInt128(truncatingIfNeeded: place - start) & 1 != 0
    {
      return true
    }
    return false
  }

  // MARK: What a letter tells

  /// Where an `except` can end of which the letter tells.
  func excepted(_ state: Int, over letter: Int32) -> UInt128 {
    guard case .except(let inner, let veto, _) = phase.code[state] else { return 0 }
    let found = edges(from: phase.parts[inner], over: letter)
    return found == 0 ? 0 : found & ~edges(from: phase.parts[veto], over: letter)
  }

  /// The lengths of the tokens, list entries and annotations that are all that is passed over from a state to the end.
  private func edges(from start: Int, over letter: Int32) -> UInt128 {
    var result: UInt128 = 0
    var stack = [start]
    while let state = stack.popLast() {
      switch phase.code[state] {
      case .fork(let first, let second): stack += [second, first]
      case .capture(_, _, let next): stack.append(next)
      case .token(let test, _, let next), .gap(let test, let next):
        if reach.shapes.ends[next], alphabet.passes(letter, test) { result |= 2 }
      case .list(let edge, let next):
        if reach.shapes.ends[next] { result |= lengths(of: edge, over: letter) }
      case .annotation(let edge, let next):
        guard reach.shapes.ends[next] else { continue }
        result |= lengths(of: program.listEdges.count + edge, over: letter)
      case .except(_, _, let next):
        if reach.shapes.ends[next] { result |= excepted(state, over: letter) }
      case .look, .accept: break
      }
    }
    return result
  }

  private func lengths(of number: Int, over letter: Int32) -> UInt128 {
    var result: UInt128 = 0
    for place in alphabet.edgeRange(of: letter) {
      let edge = alphabet.edge(place)
      if Int(edge.number) == number, edge.length <= spanCap {
        result |= 1 << UInt128(edge.length)
      }
    }
    return result
  }
}
