import Text

/// Looks and exceptions: parts that are tried on their own.
extension PhaseEngine {
  /// Whether the way on from a state that looks is free at a position.
  mutating func isFree(_ state: Int, at place: Int, depth: Int, _ source: MatchSource) -> Bool {
    let look = reach.looks[state]
    let outlook = look.isAhead ? 0 : outlook(behind: place, source)
    let column = look.isAhead ? columnAhead(of: place, source) : 0
    let told = told(ofLookIn: state, behind: outlook, ahead: column)
    let holds =
      told == .open
      ? looks(look.part, isAhead: look.isAhead, at: place, depth: depth, source) : told == .yes
    return holds != look.isNegated
  }

  private mutating func looks(
    _ part: Int, isAhead: Bool, at place: Int, depth: Int, _ source: MatchSource
  ) -> Bool {
    if isAhead {
      return ends(of: part, at: place, depth: depth, source) & Self.lookable != 0
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

  /// The offsets that a look ahead may reach.
  static var lookable: UInt128 { 1 << UInt128(lookCap + 1) - 1 }

  /// Where a part that starts at a position can end, one bit for each offset.
  mutating func ends(
    of part: Int, at place: Int, depth: Int, _ source: MatchSource
  ) -> UInt128 {
    let column = columnAhead(of: place, source)
    if case .edge = reach.shapes.shapes[part] {
      return column == 0 ? 0 : edges(of: part, over: column - 1)
    }
    if told(part, ahead: column) == .no { return 0 }
    if let known = partEnds.value(part, at: place, of: runNumber) { return known }
    let first = situation(
      of: sets.single(phase.parts[part]), at: place, isFirst: !phase.skipping.isEmpty, source)
    let ends = simulate(from: place, first, depth: depth, source)
    partEnds.keep(ends, for: part, at: place, of: runNumber)
    return ends
  }

  /// Where an `except` in a state that starts at a position can end, one bit for each offset.
  mutating func excepted(
    _ state: Int, at place: Int, depth: Int, _ source: MatchSource
  ) -> UInt128 {
    guard case .except(let inner, let veto, _) = code[state] else { return 0 }
    if reach.shapes.isTold[state] {
      return place < stretch.end ? excepted(state, over: letter(at: place, source)) : 0
    }
    let found = ends(of: inner, at: place, depth: depth, source)
    return found == 0 ? 0 : found & ~ends(of: veto, at: place, depth: depth, source)
  }

  /// The letter at a position, counted from 1; 0 at the end of what is read.
  private mutating func columnAhead(of place: Int, _ source: MatchSource) -> Int32 {
    place < stretch.end ? letter(at: place, source) + 1 : 0
  }

  /// What the letter before a position tells of all looks to that side, as a number.
  mutating func outlook(behind place: Int, _ source: MatchSource) -> Int32 {
    outlook(behind: place > stretch.start ? letter(at: place - 1, source) + 1 : 0)
  }
}
