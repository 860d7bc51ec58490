import Text

/// What a letter tells of the parts beside it, without looking further. Columns are letters counted from 1; column 0 is
/// the edge of what is read.
extension PhaseEngine {
  /// Whether what a state that looks asks for stands beside a position.
  mutating func told(
    ofLookIn state: Int, behind outlook: Int32, ahead column: Int32
  ) -> Outlooks.Told {
    let look = reach.looks[state]
    return look.isAhead
      ? told(look.part, ahead: column) : outlooks.told(look.number, behind: outlook)
  }

  /// Whether a part matches from a position on; of a longer one whether it may.
  mutating func told(_ part: Int, ahead column: Int32) -> Outlooks.Told {
    if let known = outlooks.told(part, ahead: column) { return known }
    let told: Outlooks.Told
    if case .edge = reach.shapes.shapes[part] {
      let ends = column == 0 ? 0 : edges(of: part, over: column - 1)
      told = ends & Self.lookable != 0 ? .yes : .no
    } else {
      told = mayBegin(phase.parts[part], over: column) ? .open : .no
    }
    outlooks.keep(told, of: part, ahead: column)
    return told
  }

  /// What a letter tells of all looks behind, as a number.
  mutating func outlook(behind column: Int32) -> Int32 {
    if let known = outlooks.number(behind: column) { return known }
    let all = reach.looksBehind.map { told($0, behind: column) }
    return outlooks.keep(behind: all, of: column)
  }

  private mutating func told(_ look: PhaseReach.Look, behind column: Int32) -> Outlooks.Told {
    if look.isTold {
      return column > 0 && edges(of: look.part, over: column - 1) & 2 != 0 ? .yes : .no
    }
    guard let lasts = reach.partLasts[look.part] else { return .open }
    return column > 0 && lasts.contains { alphabet.passes(column - 1, $0) } ? .open : .no
  }

  /// Whether something can be passed over from a state on, or nothing need be, as the first letter alone tells.
  private mutating func mayBegin(_ start: Int, over column: Int32) -> Bool {
    var stack = [start]
    while let state = stack.popLast() {
      switch code[state] {
      case .fork(let first, let second): stack += [second, first]
      case .capture(_, _, let next): stack.append(next)
      case .look, .accept: return true
      case .except:
        guard reach.shapes.isTold[state] else { return true }
        if column > 0, excepted(state, over: column - 1) != 0 { return true }
      case .token(let test, _, _), .gap(let test, _):
        if column > 0, alphabet.passes(column - 1, test) { return true }
      case .list(let edge, _): if has(edge, column) { return true }
      case .annotation(let edge, _): if has(program.listEdges.count + edge, column) { return true }
      }
    }
    return false
  }

  private func has(_ edge: Int, _ column: Int32) -> Bool {
    column > 0
      && alphabet.edgeRange(of: column - 1).contains { alphabet.edge($0).number == edge }
  }

  // MARK: Single edges

  /// Where an `except` can end of which the letter tells.
  mutating func excepted(_ state: Int, over letter: Int32) -> UInt128 {
    guard case .except(let inner, let veto, _) = code[state] else { return 0 }
    let found = edges(of: inner, over: letter)
    return found == 0 ? 0 : found & ~edges(of: veto, over: letter)
  }

  /// The lengths of the tokens, list entries and annotations that are all that a part passes over.
  mutating func edges(of part: Int, over letter: Int32) -> UInt128 {
    if let known = outlooks.edges(of: part, over: letter) { return known }
    let ends = edges(from: phase.parts[part], over: letter)
    outlooks.keep(edges: ends, of: part, over: letter)
    return ends
  }

  private mutating func edges(from start: Int, over letter: Int32) -> UInt128 {
    var result: UInt128 = 0
    var stack = [start]
    while let state = stack.popLast() {
      switch code[state] {
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
      if edge.number == number, edge.length <= spanCap { result |= 1 << UInt128(edge.length) }
    }
    return result
  }
}
