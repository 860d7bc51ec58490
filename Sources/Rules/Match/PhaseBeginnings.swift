/// The phases of which some rule can begin with a token that passes a test, or with a list entry.
struct PhaseBeginnings {
  /// Sets of phases, see `PhaseMask`.
  private(set) var byTest: [UInt64]
  private(set) var byListEdge: [UInt64]
  /// The row of each bit of a set.
  let rowOfBit: [Int]
  let rowCount: Int

  /// The beginnings of some phases; `rules` gives the first states that are looked for in each.
  init(_ phases: [(phase: CompiledPhase, firsts: RuleFirsts)], in program: Program) {
    byTest = Array(repeating: 0, count: (program.tests.count + 63) / 64 * 64)
    byListEdge = Array(repeating: 0, count: program.listEdges.count)
    var rows = [Int](repeating: 0, count: 64)
    var count = 0
    var used: UInt64 = 0
    for (phase, firsts) in phases {
      let bit = PhaseMask.bit(of: phase.index)
      if used & bit == 0 {
        rows[phase.index & 63] = count
        count += 1
        used |= bit
      }
      for test in firsts.tests { byTest[test] |= bit }
      for edge in firsts.listEdges { byListEdge[edge] |= bit }
    }
    rowOfBit = rows
    rowCount = count
  }

  func row(of phase: Int) -> Int { rowOfBit[phase & 63] }
}
