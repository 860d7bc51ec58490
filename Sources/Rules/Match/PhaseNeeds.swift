import Text

/// Which rules of a phase can match at all in a stretch: those whose needs are met there.
///
/// Rules of the same needs stand together. A choice of such sets is a variant, which begins in the states of its rules
/// alone; a phase of which no rule can match is not run over the stretch.
struct PhaseNeeds {
  /// Rules whose needs are the same.
  private struct Team {
    var needed: [UInt64]
    var starts: [Int]
  }

  /// Rules that are tried together.
  struct Variant {
    /// The first states of its rules.
    var starts: [Int]
    /// What all its rules need, in the words of the table.
    var common: [UInt64]
    var asksCommon: Bool
  }

  /// Variants that are told apart; in what is more, all rules are tried.
  private static let maximumVariants = 24
  private static let maximumTeams = 64

  private let table: NeedTable
  private var teams: [Team] = []
  /// The types on which some rule depends, see `TypeMask`.
  private let types: UInt64
  /// The first is that of all rules.
  private(set) var variants: [Variant]
  private var index: [UInt64: Int] = [:]
  /// Scratch: what the stretch meets.
  private var met: [UInt64]

  /// The needs of rules: for each the bits in the table, and its first state.
  init(_ rules: [(groups: [Int], start: Int)], _ table: NeedTable) {
    self.table = table
    let words = table.words
    var all = [UInt64](repeating: 0, count: words)
    for (groups, start) in rules {
      var needed = [UInt64](repeating: 0, count: words)
      for group in groups { needed[group >> 6] |= 1 << UInt64(group & 63) }
      for word in 0..<words { all[word] |= needed[word] }
      if let known = teams.firstIndex(where: { $0.needed == needed }) {
        teams[known].starts.append(start)
      } else if teams.count < Self.maximumTeams {
        teams.append(Team(needed: needed, starts: [start]))
      } else {
        teams[teams.count - 1].needed = Array(repeating: 0, count: words)
        teams[teams.count - 1].starts.append(start)
      }
    }
    types = table.types(metBy: all[...])
    met = Array(repeating: 0, count: words)
    variants = []
    variants = [variant(of: .max)]
  }

  /// Whether all rules can match everywhere.
  var isFree: Bool { teams.allSatisfy { $0.needed.allSatisfy { $0 == 0 } } }

  /// The variant to be tried in a stretch, nil where no rule can match; and the last token at which one may begin.
  mutating func variant(in stretch: TokenRange, _ source: MatchSource) -> (number: Int, last: Int)?
  {
    meet(stretch, source)
    var alive: UInt64 = 0
    for number in teams.indices where isMet(teams[number].needed) {
      alive |= 1 << UInt64(number)
    }
    guard alive != 0 else { return nil }
    let number = number(of: alive)
    guard variants[number].asksCommon else { return (number, stretch.end - 1) }
    return (number, last(for: number, in: stretch, source))
  }

  private mutating func meet(_ stretch: TokenRange, _ source: MatchSource) {
    for word in met.indices { met[word] = source.page.met(in: stretch, word: word) }
    guard types != 0 else { return }
    var mask: UInt64 = 0
    for token in stretch.indices { mask |= source.store.typeMask(startingAt: token) }
    mask &= types
    guard mask != 0 else { return }
    for word in met.indices { met[word] |= table.met(byTypes: mask, word: word) }
  }

  private func isMet(_ needed: [UInt64]) -> Bool {
    for word in met.indices where needed[word] & ~met[word] != 0 { return false }
    return true
  }

  private mutating func number(of alive: UInt64) -> Int {
    if let known = index[alive] { return known }
    if alive.nonzeroBitCount == teams.count || variants.count == Self.maximumVariants {
      index[alive] = 0
    } else {
      index[alive] = variants.count
      variants.append(variant(of: alive))
    }
    return index[alive] ?? 0
  }

  private func variant(of alive: UInt64) -> Variant {
    var common = [UInt64](repeating: .max, count: table.words)
    var starts: [Int] = []
    for (number, team) in teams.enumerated() where alive >> UInt64(number) & 1 != 0 {
      starts += team.starts
      for word in common.indices { common[word] &= team.needed[word] }
    }
    return Variant(
      starts: starts, common: common, asksCommon: common.contains { $0 != 0 })
  }

  /// The last token from which on all that the rules of a variant need together is met.
  private mutating func last(
    for variant: Int, in stretch: TokenRange, _ source: MatchSource
  ) -> Int {
    for word in met.indices { met[word] = variants[variant].common[word] }
    for token in stretch.indices.reversed() {
      let mask = source.store.typeMask(startingAt: token) & types
      var missing: UInt64 = 0
      for word in met.indices {
        met[word] &= ~source.page.met(at: token, word: word)
        if mask != 0 { met[word] &= ~table.met(byTypes: mask, word: word) }
        missing |= met[word]
      }
      if missing == 0 { return token }
    }
    return stretch.start
  }
}
