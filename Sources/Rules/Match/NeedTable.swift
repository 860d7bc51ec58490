/// The groups of needs of all rules of a program, each with a number, and what meets them.
struct NeedTable {
  /// Groups that are kept; those beyond are taken to be met everywhere.
  private static let maximumGroups = 1024

  /// A group that a rule needs, and within how many tokens behind the first.
  typealias Condition = RuleNeeds.Need

  private var index: [[UInt32]: Int] = [:]
  // The groups that a test, a list edge and a type meet.
  private(set) var byTest: [[Int]] = []
  private(set) var byListEdge: [[Int]] = []
  private(set) var byType: [[Int]] = []

  /// How many groups there are.
  var count: Int { index.count }

  /// Numbers the groups of all phases: by phase and rule, the conditions of each.
  static func table(
    of phases: [CompiledPhase], in program: Program
  ) -> (table: NeedTable, conditions: [[[Condition]]]) {
    var table = NeedTable()
    let longestEntries = program.lists.map(\.longestEntry)
    let conditions = phases.map { phase in
      let needs = RuleNeeds(phase, in: program, longestEntries: longestEntries)
      return phase.rules.map { rule in
        needs.needs(from: rule.start).compactMap { need in
          table.number(of: needs.members(of: need.group)).map {
            Condition(group: $0, distance: need.distance)
          }
        }
      }
    }
    table.lay(program)
    return (table, conditions)
  }

  private mutating func number(of group: [UInt32]) -> Int? {
    if let known = index[group] { return known }
    guard index.count < Self.maximumGroups else { return nil }
    index[group] = index.count
    return index.count - 1
  }

  private mutating func lay(_ program: Program) {
    byTest = Array(repeating: [], count: program.tests.count)
    byListEdge = Array(repeating: [], count: program.listEdges.count)
    byType = Array(repeating: [], count: program.types.count)
    for (group, number) in index {
      for member in group {
        switch NeedMember(packed: member) {
        case .test(let test): byTest[test].append(number)
        case .listEdge(let edge): byListEdge[edge].append(number)
        case .type(let type): byType[type].append(number)
        }
      }
    }
  }
}
