extension CompiledPhase {
  /// For each state the rule in whose end its ways end, -1 for the end of a part; nil where some way leads back, out
  /// of the code, to another rule's states or to several ends. O(states).
  ///
  /// Code is written back to front: what follows a state stands before it.
  var ends: [Int]? {
    var ends: [Int] = []
    for (state, instruction) in code.enumerated() {
      if case .accept(let rule) = instruction {
        guard rule == -1 || rule == owners[state] else { return nil }
        ends.append(rule)
        continue
      }
      let next = instruction.nextStates
      guard next.allSatisfy({ $0 >= 0 && $0 < state && owners[$0] == owners[state] }),
        let end = next.first.map({ ends[$0] }), next.allSatisfy({ ends[$0] == end })
      else { return nil }
      ends.append(end)
    }
    return ends
  }
}
