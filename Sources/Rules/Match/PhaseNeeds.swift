import Text

/// Where the rules of a phase can begin: where a first token or edge of theirs stands, and within its distance each
/// thing that they need. Found for 64 tokens at once.
///
/// Rules of the same needs are a team; the teams that can begin at a token are tried together there, as a variant.
struct PhaseNeeds {
  /// Rules whose needs are the same.
  private struct Team {
    /// Places among `conditions`; none of free rules.
    var conditions: [Int]
    /// The first states of its rules.
    var starts: [Int]
  }

  /// Variants that are told apart; in what is more, all rules are tried.
  private static let maximumVariants = 64
  private static let maximumTeams = 64

  /// What rules that need nothing, and the others, can pass over first.
  let freeFirsts: RuleFirsts
  let needyFirsts: RuleFirsts
  private let conditions: [NeedTable.Condition]
  /// The types that begin a rule and that meet a condition, see `TypeMask`; of the latter also by condition.
  private let types: UInt64
  private var conditionTypes: UInt64 = 0
  private var typesOfCondition: [UInt64] = []
  private let teams: [Team]
  /// The conditions of each team in one row; one more than there are teams.
  private var teamStarts: [Int] = [0]
  private var teamConditions: [Int] = []
  /// By variant: the first states of its rules. The first is that of all rules.
  private(set) var variants: [[Int]] = []
  private var index = NumberTable()

  // What was opened: some words of 64 tokens.
  private var words = 0..<0
  /// Where free and needy rules may begin, as their first tokens tell.
  private var free: [UInt64] = []
  private var needy: [UInt64] = []
  /// By condition: where it is met not far behind.
  private var met: [UInt64] = []
  /// By team: where its rules may begin.
  private var starts: [UInt64] = []

  /// The needs of rules of a phase, by their first states.
  init(
    _ rules: [(start: Int, conditions: [NeedTable.Condition])], of phase: CompiledPhase,
    in program: Program, _ table: NeedTable
  ) {
    (teams, conditions) = Self.teams(of: rules)
    let free = teams.filter(\.conditions.isEmpty).flatMap(\.starts)
    let needy = teams.filter { !$0.conditions.isEmpty }.flatMap(\.starts)
    freeFirsts = RuleFirsts(of: free, phase, in: program)
    needyFirsts = RuleFirsts(of: needy, phase, in: program)
    types = freeFirsts.types | needyFirsts.types
    for condition in conditions {
      var own: UInt64 = 0
      for (type, groups) in table.byType.enumerated() where groups.contains(condition.group) {
        own |= TypeMask.bit(of: TypeID(rawValue: type))
      }
      typesOfCondition.append(own)
      conditionTypes |= own
    }
    variants = [teams.flatMap(\.starts)]
    for team in teams {
      teamConditions += team.conditions
      teamStarts.append(teamConditions.count)
    }
  }

  private static func teams(
    of rules: [(start: Int, conditions: [NeedTable.Condition])]
  ) -> ([Team], [NeedTable.Condition]) {
    var conditions: [NeedTable.Condition] = []
    var teams: [Team] = []
    for (start, own) in rules {
      var places: [Int] = []
      for condition in own {
        let known = conditions.firstIndex(of: condition)
        if known == nil { conditions.append(condition) }
        places.append(known ?? conditions.count - 1)
      }
      places.sort()
      if let known = teams.firstIndex(where: { $0.conditions == places }) {
        teams[known].starts.append(start)
      } else {
        teams.append(Team(conditions: places, starts: [start]))
      }
    }
    // Those beyond are taken to need nothing.
    while teams.count > maximumTeams {
      let last = teams.removeLast()
      teams[teams.count - 1].conditions = []
      teams[teams.count - 1].starts += last.starts
    }
    return (teams, conditions)
  }

  // MARK: Opening

  /// Finds where rules may begin within some tokens of a document. O(tokens) in words of 64, times the conditions.
  mutating func open(_ tokens: TokenRange, _ source: MatchSource, phase: Int) {
    words = tokens.isEmpty ? 0..<0 : tokens.start >> 6..<(tokens.end + 63) >> 6
    let rows = source.reading.page.startRows(of: phase)
    free.removeAll(keepingCapacity: true)
    needy.removeAll(keepingCapacity: true)
    met.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    source.reading.page.starts.append(words, of: rows.free, to: &free)
    source.reading.page.starts.append(words, of: rows.needy, to: &needy)
    if types != 0 { addTypedStarts(in: tokens, source) }
    if needy.contains(where: { $0 != 0 }) { meetConditions(in: tokens, source) }
    for team in 0..<teamStarts.count - 1 {
      let own = teamStarts[team]..<teamStarts[team + 1]
      starts.append(contentsOf: own.isEmpty ? free : needy)
      if !met.isEmpty { leaveOutUnmet(own) }
    }
  }

  private mutating func addTypedStarts(in tokens: TokenRange, _ source: MatchSource) {
    for token in tokens.indices {
      let own = source.store.typeMask(startingAt: token) & types
      guard own != 0 else { continue }
      let (word, bit) = (token >> 6 - words.lowerBound, 1 << UInt64(token & 63) as UInt64)
      if own & freeFirsts.types != 0 { free[word] |= bit }
      if own & needyFirsts.types != 0 { needy[word] |= bit }
    }
  }

  private mutating func meetConditions(in tokens: TokenRange, _ source: MatchSource) {
    for number in conditions.indices {
      source.reading.page.met.append(words, of: conditions[number].group, to: &met)
    }
    if conditionTypes != 0 { addTypes(of: tokens, source) }
    for number in conditions.indices {
      let distance = conditions[number].distance
      let row = number * words.count..<(number + 1) * words.count
      if distance < RuleNeeds.unlimited {
        met.spreadDown(in: row, by: distance)
      } else {
        met.fillDown(in: row)
      }
    }
  }

  private mutating func addTypes(of tokens: TokenRange, _ source: MatchSource) {
    for token in tokens.indices {
      let own = source.store.typeMask(startingAt: token) & conditionTypes
      guard own != 0 else { continue }
      for number in conditions.indices where own & typesOfCondition[number] != 0 {
        met[number * words.count + token >> 6 - words.lowerBound] |= 1 << UInt64(token & 63)
      }
    }
  }

  /// Takes from the last row of `starts` those where some condition of a team is not met.
  private mutating func leaveOutUnmet(_ own: Range<Int>) {
    let count = words.count
    let first = starts.count - count
    for place in own {
      let row = teamConditions[place] * count
      for word in 0..<count { starts[first + word] &= met[row + word] }
    }
  }

  // MARK: Asking

  /// Writes where rules may begin into a row of bits of all tokens.
  func writeStarts(to row: inout [UInt64]) {
    let missing = words.upperBound - row.count
    if missing > 0 { row += repeatElement(0, count: missing) }
    for word in words {
      var bits: UInt64 = 0
      for team in teams.indices { bits |= starts[team * words.count + word - words.lowerBound] }
      row[word] = bits
    }
  }

  /// The variant to be tried at a token of what was opened.
  mutating func variant(at token: Int) -> Int {
    guard teams.count > 1 else { return 0 }
    var alive: UInt64 = 0
    var place = token >> 6 - words.lowerBound
    for team in teams.indices {
      alive |= (starts[place] >> UInt64(token & 63) & 1) << UInt64(team)
      place += words.count
    }
    guard alive.nonzeroBitCount < teams.count else { return 0 }
    let known = index.value(alive)
    return known == NumberTable.absent ? addVariant(alive) : Int(known)
  }

  private mutating func addVariant(_ alive: UInt64) -> Int {
    guard variants.count < Self.maximumVariants else { return 0 }
    variants.append(
      teams.indices.filter { alive >> UInt64($0) & 1 != 0 }.flatMap { teams[$0].starts })
    index.set(alive, Int32(truncatingIfNeeded: variants.count - 1))
    return variants.count - 1
  }
}
