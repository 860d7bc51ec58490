/// Where the rules of all phases can begin: the phases of which some rule can begin with a token that passes a test, or
/// with a list entry. Rules that need nothing more stand apart from those that do, see `PhaseNeeds`.
struct PhaseBeginnings {
  /// Sets of phases, see `PhaseMask`.
  struct Phases {
    var free: UInt64 = 0
    var needy: UInt64 = 0

    mutating func formUnion(_ other: Phases) {
      free |= other.free
      needy |= other.needy
    }
  }

  private(set) var byTest: [Phases]
  private(set) var byListEdge: [Phases]
  /// The first of the two rows of each bit of a set; the rows of free rules come first.
  private var rows = [Int](repeating: 0, count: 64)
  private(set) var rowCount = 0

  init(_ engines: [PhaseEngine], in program: Program) {
    byTest = Array(repeating: Phases(), count: program.tests.count)
    byListEdge = Array(repeating: Phases(), count: program.listEdges.count)
    var used: UInt64 = 0
    for engine in engines {
      let bit = PhaseMask.bit(of: engine.phase.index)
      if used & bit == 0 {
        rows[engine.phase.index & 63] = rowCount
        rowCount += 2
        used |= bit
      }
      add(engine.needs.freeFirsts, Phases(free: bit))
      add(engine.needs.needyFirsts, Phases(needy: bit))
    }
  }

  private mutating func add(_ firsts: RuleFirsts, _ phases: Phases) {
    for test in firsts.tests { byTest[test].formUnion(phases) }
    for edge in firsts.listEdges { byListEdge[edge].formUnion(phases) }
  }

  /// The rows of a phase, those of free and of needy rules.
  func rows(of phase: Int) -> (free: Int, needy: Int) {
    (rows[phase & 63], rows[phase & 63] + 1)
  }

  /// Sets the bits of a token in the rows of some phases.
  func set(_ phases: Phases, at token: Int, in starts: inout TokenBitmaps) {
    var rest = phases.free
    while rest != 0 {
      starts.set(token, in: rows[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    rest = phases.needy
    while rest != 0 {
      starts.set(token, in: rows[rest.trailingZeroBitCount] + 1)
      rest &= rest - 1
    }
  }
}
