import Text

/// Where the rules of a phase can begin: where a first token or edge of theirs stands, and within its distance each
/// thing that they need. Found for 64 tokens at once.
///
/// Rules of the same needs are a team; the teams that can begin in a stretch are tried together there, as a variant.
struct PhaseNeeds {
  /// Rules whose needs are the same.
  private struct Team {
    /// Places among `conditions`; none of free rules.
    var conditions: [Int]
    /// The first states of its rules.
    var starts: [Int]
  }

  /// Variants that are told apart; in what is more, all rules are tried.
  private static let maximumVariants = 24
  private static let maximumTeams = 64

  /// What rules that need nothing, and the others, can pass over first.
  let freeFirsts: RuleFirsts
  let needyFirsts: RuleFirsts
  private let conditions: [NeedTable.Condition]
  /// The types that meet a condition or begin a rule, see `TypeMask`, and by condition those that meet it.
  private var types: UInt64 = 0
  private var typesOfCondition: [UInt64] = []
  private let teams: [Team]
  /// By variant: the first states of its rules. The first is that of all rules.
  private(set) var variants: [[Int]] = []
  private var index: [UInt64: Int] = [:]

  // What was opened, from its first word of 64 tokens on.
  private var firstWord = 0
  private var wordCount = 0
  /// By condition: where it is met not far behind.
  private var met: [[UInt64]] = []
  /// By team: where its rules may begin.
  private var starts: [[UInt64]] = []

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
      types |= own
    }
    variants = [teams.flatMap(\.starts)]
    met = Array(repeating: [], count: conditions.count)
    starts = Array(repeating: [], count: teams.count)
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

  /// Finds where rules may begin within some tokens of a document.
  mutating func open(_ tokens: TokenRange, _ source: MatchSource, phase: Int) {
    guard !tokens.isEmpty else { return }
    firstWord = tokens.start >> 6
    let words = firstWord..<(tokens.end + 63) >> 6
    wordCount = words.count
    let rows = source.page.startRows(of: phase)
    var (free, needy): ([UInt64], [UInt64]) = ([], [])
    for word in words {
      free.append(source.page.starts.word(word, of: rows.free))
      needy.append(source.page.starts.word(word, of: rows.needy))
    }
    for number in conditions.indices {
      met[number].removeAll(keepingCapacity: true)
      let row = conditions[number].group
      for word in words { met[number].append(source.page.met.word(word, of: row)) }
    }
    addTypes(of: tokens, source, &free, &needy)
    spread()
    for number in teams.indices { findStarts(of: number, free, needy) }
  }

  private mutating func addTypes(
    of tokens: TokenRange, _ source: MatchSource, _ free: inout [UInt64], _ needy: inout [UInt64]
  ) {
    guard types != 0 else { return }
    for token in tokens.indices {
      let own = source.store.typeMask(startingAt: token) & types
      guard own != 0 else { continue }
      let (word, bit) = (token >> 6 - firstWord, 1 << UInt64(token & 63) as UInt64)
      if own & freeFirsts.types != 0 { free[word] |= bit }
      if own & needyFirsts.types != 0 { needy[word] |= bit }
      for number in conditions.indices where own & typesOfCondition[number] != 0 {
        met[number][word] |= bit
      }
    }
  }

  private mutating func spread() {
    for number in conditions.indices where met[number].contains(where: { $0 != 0 }) {
      if conditions[number].distance < RuleNeeds.unlimited {
        met[number].spreadDown(by: conditions[number].distance)
      } else {
        met[number].fillDown()
      }
    }
  }

  private mutating func findStarts(of team: Int, _ free: [UInt64], _ needy: [UInt64]) {
    starts[team].removeAll(keepingCapacity: true)
    starts[team].append(contentsOf: teams[team].conditions.isEmpty ? free : needy)
    for condition in teams[team].conditions {
      for word in starts[team].indices { starts[team][word] &= met[condition][word] }
    }
  }

  /// Adds the tokens where rules may begin to a row of all tokens.
  func addStarts(to row: inout [UInt64]) {
    let missing = firstWord + wordCount - row.count
    if missing > 0 { row += repeatElement(0, count: missing) }
    for word in 0..<wordCount {
      row[firstWord + word] = 0
      for team in starts.indices { row[firstWord + word] |= starts[team][word] }
    }
  }

  /// The variant to be tried in a stretch of what was opened.
  mutating func variant(in stretch: TokenRange) -> Int {
    var alive: UInt64 = 0
    let first = firstWord * 64
    let range = stretch.start - first..<stretch.end - first
    for team in teams.indices where starts[team].hasBit(in: range) {
      alive |= 1 << UInt64(team)
    }
    if let known = index[alive] { return known }
    let isNew = alive.nonzeroBitCount < teams.count && variants.count < Self.maximumVariants
    index[alive] = isNew ? variants.count : 0
    if isNew {
      variants.append(
        teams.indices.filter { alive >> UInt64($0) & 1 != 0 }.flatMap { teams[$0].starts })
    }
    return index[alive] ?? 0
  }
}
