/// The groups of needs of all rules of a program, each with a bit: it is set where something of the group is met.
struct NeedTable {
  /// Groups that are kept; those beyond are taken to be met always.
  private static let maximumGroups = 512

  /// Words of 64 bits that all groups take.
  private(set) var words = 0
  private var index: [[UInt32]: Int] = [:]
  // Words by test, list edge and bit of `TypeMask`.
  private var byTest: [UInt64] = []
  private var byListEdge: [UInt64] = []
  private var byType: [UInt64] = []

  /// Numbers the groups of rules: by phase and rule, the bits of those that it needs.
  static func table(
    of phases: [CompiledPhase], in program: Program
  ) -> (table: NeedTable, groups: [[[Int]]]) {
    var table = NeedTable()
    let groups = phases.map { phase in
      let needs = RuleNeeds(phase, in: program)
      return phase.rules.map { rule in
        needs.groups(from: rule.start).compactMap { table.bit(of: $0.map(\.packed)) }
      }
    }
    table.lay(program)
    return (table, groups)
  }

  private mutating func bit(of group: [UInt32]) -> Int? {
    if let known = index[group] { return known }
    guard index.count < Self.maximumGroups else { return nil }
    index[group] = index.count
    return index.count - 1
  }

  private mutating func lay(_ program: Program) {
    words = (index.count + 63) / 64
    byTest = Array(repeating: 0, count: program.tests.count * words)
    byListEdge = Array(repeating: 0, count: program.listEdges.count * words)
    byType = Array(repeating: 0, count: 64 * words)
    for (group, bit) in index {
      let (word, mask) = (bit >> 6, 1 << UInt64(bit & 63) as UInt64)
      for need in group {
        switch Need(packed: need) {
        case .test(let number): byTest[number * words + word] |= mask
        case .listEdge(let number): byListEdge[number * words + word] |= mask
        case .type(let number): byType[(number & 63) * words + word] |= mask
        }
      }
    }
  }

  /// Sets the bits of the groups that a test or list edge meets, in `words` words from `first` on.
  func addMet(byTest test: Int, to bits: inout [UInt64], from first: Int) {
    for word in 0..<words { bits[first + word] |= byTest[test * words + word] }
  }

  func addMet(byListEdge edge: Int, to bits: inout [UInt64], from first: Int) {
    for word in 0..<words { bits[first + word] |= byListEdge[edge * words + word] }
  }

  /// 64 bits of the groups that annotations of some types meet.
  func met(byTypes types: UInt64, word: Int) -> UInt64 {
    var result: UInt64 = 0
    var rest = types
    while rest != 0 {
      result |= byType[rest.trailingZeroBitCount * words + word]
      rest &= rest - 1
    }
    return result
  }

  /// The types that meet some of the groups that are set, see `TypeMask`.
  func types(metBy groups: ArraySlice<UInt64>) -> UInt64 {
    var result: UInt64 = 0
    for type in 0..<64 {
      for (word, bits) in groups.enumerated() where bits & byType[type * words + word] != 0 {
        result |= 1 << UInt64(type)
      }
    }
    return result
  }
}
