/// What the rules of a phase cannot do without: for each state, groups of needs of which every way from it to the end
/// passes over one, and how far away at most.
///
/// Found from the end backwards. A state that passes over something needs it at once, and what the next state needs
/// further on. Where ways part, a group of one way and a group of the other make one group of both, as either is taken;
/// a group that both have is needed anyway. What looks ahead demand is needed too; what is excluded, or stands behind,
/// is not. So no match begins where nothing of a group stands within its distance.
struct RuleNeeds {
  /// A group that is needed within so many tokens behind the first; `unlimited` where nothing bounds that.
  struct Need: Hashable {
    var group: Int
    var distance: Int
  }

  static let unlimited = 64

  /// Groups that are kept for a state, and members of a group; those beyond only make the answer weaker.
  private static let maximumGroups = 6
  private static let maximumMembers = 512

  private let phase: CompiledPhase
  private let program: Program
  private let longestEntries: [Int]
  private var groups = SequenceTable()
  // By state.
  private var known: [[Need]] = []
  private var lengths: [Int] = []

  /// The needs of all states of a phase; `longestEntries` by list. O(states).
  init(_ phase: CompiledPhase, in program: Program, longestEntries: [Int]) {
    self.phase = phase
    self.program = program
    self.longestEntries = longestEntries
    known.reserveCapacity(phase.code.count)
    for state in phase.code.indices {
      known.append(needs(of: phase.code[state]))
      lengths.append(length(of: phase.code[state]))
    }
  }

  /// The needs of what begins in a state.
  func needs(from state: Int) -> [Need] { state < known.count ? known[state] : [] }

  /// What a group consists of, by ascending number.
  func members(of group: Int) -> [UInt32] { Array(groups.numbers[groups.range(of: group)]) }

  // MARK: States

  // States lead to those before them; of others nothing is known.

  private mutating func needs(of instruction: Instruction) -> [Need] {
    switch instruction {
    case .accept: return []
    case .capture(_, _, let next): return needs(from: next)
    case .gap(_, let next): return further(next, behind: 1)
    case .token(let test, _, let next):
      guard isTelling(program.tests[test]) else { return further(next, behind: 1) }
      return adding(.test(test), to: further(next, behind: 1))
    case .list(let edge, let next):
      return adding(
        .listEdge(edge), to: further(next, behind: length(ofListEdge: edge)))
    case .annotation(let edge, let next):
      let type = program.annotationEdges[edge].type.rawValue
      return adding(.type(type), to: further(next, behind: Self.unlimited))
    case .fork(let first, let second): return either(needs(from: first), needs(from: second))
    case .look(let part, let isAhead, let isNegated, let next):
      guard isAhead, !isNegated else { return needs(from: next) }
      return both(needs(from: phase.parts[part]), needs(from: next))
    case .except(let inner, _, let next):
      let start = phase.parts[inner]
      return both(needs(from: start), further(next, behind: length(from: start)))
    }
  }

  /// The most tokens from a state to the end.
  private func length(of instruction: Instruction) -> Int {
    let length =
      switch instruction {
      case .accept: 0
      case .capture(_, _, let next), .look(_, _, _, let next): length(from: next)
      case .token(_, _, let next), .gap(_, let next): 1 + length(from: next)
      case .list(let edge, let next): length(ofListEdge: edge) + length(from: next)
      case .annotation: Self.unlimited
      case .fork(let first, let second): max(length(from: first), length(from: second))
      case .except(let inner, _, let next):
        length(from: phase.parts[inner]) + length(from: next)
      }
    return min(length, Self.unlimited)
  }

  private func length(from state: Int) -> Int {
    state < lengths.count && phase.skipping.isEmpty ? lengths[state] : Self.unlimited
  }

  private func length(ofListEdge edge: Int) -> Int {
    longestEntries[program.listEdges[edge].list]
  }

  private func further(_ next: Int, behind length: Int) -> [Need] {
    let length = phase.skipping.isEmpty ? length : Self.unlimited
    return needs(from: next).map {
      Need(group: $0.group, distance: min($0.distance + length, Self.unlimited))
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

  private mutating func adding(_ member: NeedMember, to after: [Need]) -> [Need] {
    let own = Need(group: groups.place(of: [member.packed]), distance: 0)
    return both([own], after)
  }

  /// The smallest groups of both; of one that both have, the nearer.
  private func both(_ first: [Need], _ second: [Need]) -> [Need] {
    var result = first
    for need in second {
      if let known = result.firstIndex(where: { $0.group == need.group }) {
        result[known].distance = min(result[known].distance, need.distance)
      } else {
        result.append(need)
      }
    }
    return smallest(result)
  }

  private mutating func either(_ first: [Need], _ second: [Need]) -> [Need] {
    var result: [Need] = []
    for need in first {
      guard let other = second.first(where: { $0.group == need.group }) else { continue }
      result.append(
        Need(group: need.group, distance: max(need.distance, other.distance)))
    }
    let shared = Set(result.map(\.group))
    for need in first where !shared.contains(need.group) {
      for other in second where !shared.contains(other.group) {
        guard let group = union(need.group, other.group),
          !result.contains(where: { $0.group == group })
        else { continue }
        result.append(Need(group: group, distance: max(need.distance, other.distance)))
      }
    }
    return smallest(result)
  }

  private func smallest(_ all: [Need]) -> [Need] {
    guard all.count > Self.maximumGroups else { return all }
    let sorted = all.sorted {
      (groups.range(of: $0.group).count, $0.group) < (groups.range(of: $1.group).count, $1.group)
    }
    return Array(sorted.prefix(Self.maximumGroups))
  }

  /// The group of both, nil where it grows too large.
  private mutating func union(_ first: Int, _ second: Int) -> Int? {
    var all = members(of: first) + members(of: second)
    guard all.count <= Self.maximumMembers else { return nil }
    all.sort()
    var distinct: [UInt32] = []
    for member in all where distinct.last != member { distinct.append(member) }
    return groups.place(of: distinct)
  }
}
