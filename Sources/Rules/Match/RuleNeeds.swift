/// What the rules of a phase cannot do without: for each state, groups of needs of which every way from it to the end
/// passes over one.
///
/// Found from the end backwards. A state that passes over something needs it, and what the next needs. Where ways part,
/// a group of one way and a group of the other make one group of both, as either is taken; a group that both have is
/// needed anyway. What looks ahead demand is needed too; what is excluded, or stands behind, is not. So a stretch
/// without any of a group holds no match.
struct RuleNeeds {
  /// Groups that are kept for a state, and needs in a group; those beyond only make the answer weaker.
  private static let maximumGroups = 6
  private static let maximumNeeds = 512

  private let phase: CompiledPhase
  private let program: Program
  private var groups = SequenceTable()
  /// By state.
  private var known: [[Int]] = []

  /// The needs of all states of a phase. O(states).
  init(_ phase: CompiledPhase, in program: Program) {
    self.phase = phase
    self.program = program
    known.reserveCapacity(phase.code.count)
    for state in phase.code.indices { known.append(needs(of: phase.code[state])) }
  }

  /// The groups of needs of what begins in a state.
  func groups(from state: Int) -> [[Need]] {
    known[state].map { group in
      groups.numbers[groups.range(of: group)].map { Need(packed: $0) }
    }
  }

  /// States lead to those before them; of others nothing is known.
  private func needs(from state: Int) -> [Int] { state < known.count ? known[state] : [] }

  private mutating func needs(of instruction: Instruction) -> [Int] {
    switch instruction {
    case .accept: return []
    case .capture(_, _, let next), .gap(_, let next): return needs(from: next)
    case .token(let test, _, let next):
      let after = needs(from: next)
      return isTelling(program.tests[test]) ? adding(.test(test), to: after) : after
    case .list(let edge, let next): return adding(.listEdge(edge), to: needs(from: next))
    case .annotation(let edge, let next):
      return adding(.type(program.annotationEdges[edge].type.rawValue), to: needs(from: next))
    case .fork(let first, let second): return either(needs(from: first), needs(from: second))
    case .look(let part, let isAhead, let isNegated, let next):
      guard isAhead, !isNegated else { return needs(from: next) }
      return both(needs(from: phase.parts[part]), needs(from: next))
    case .except(let inner, _, let next):
      return both(needs(from: phase.parts[inner]), needs(from: next))
    }
  }

  /// Whether few words pass a test; others are nearly always there, so it is not worth asking for them.
  private func isTelling(_ test: TokenTest) -> Bool {
    guard case .properties(let conditions) = test else { return true }
    return conditions.contains { condition in
      guard case .isOneOf = condition.test else { return false }
      return condition.property == .text || condition.property == .lower
        || condition.property == .lemma
    }
  }

  // MARK: Groups

  private mutating func adding(_ need: Need, to after: [Int]) -> [Int] {
    let own = groups.place(of: [need.packed])
    return both([own], after)
  }

  /// The smallest groups of both.
  private func both(_ first: [Int], _ second: [Int]) -> [Int] {
    var result = first
    for group in second where !result.contains(group) { result.append(group) }
    return smallest(result)
  }

  private mutating func either(_ first: [Int], _ second: [Int]) -> [Int] {
    var result = first.filter { second.contains($0) }
    for group in first where !result.contains(group) {
      for other in second where !result.contains(other) {
        if let union = union(group, other), !result.contains(union) { result.append(union) }
      }
    }
    return smallest(result)
  }

  private func smallest(_ all: [Int]) -> [Int] {
    guard all.count > Self.maximumGroups else { return all }
    let sorted = all.sorted { (groups.range(of: $0).count, $0) < (groups.range(of: $1).count, $1) }
    return Array(sorted.prefix(Self.maximumGroups))
  }

  /// The group of both, nil where it grows too large.
  private mutating func union(_ first: Int, _ second: Int) -> Int? {
    var all = groups.numbers[groups.range(of: first)] + groups.numbers[groups.range(of: second)]
    guard all.count <= Self.maximumNeeds else { return nil }
    all.sort()
    var distinct: [UInt32] = []
    for need in all where distinct.last != need { distinct.append(need) }
    return groups.place(of: distinct)
  }
}
