import Text

@testable import Rules

/// A match that a phase keeps, with what its captures took in order.
struct KeptMatch: Equatable {
  var rule: String
  var tokens: TokenRange
  var captures: [String: [TokenRange]] = [:]
}

/// The matches of a phase over one sentence by the plain reading of the rules: every derivation of every rule, then
/// the selection.
struct ReferenceSelection {
  let reference: MatchReference
  let phase: PhaseDeclaration

  private struct Candidate {
    var rule: Int
    var start: Int
    var end: Int
  }

  /// The matches that stand, in order of their start.
  ///
  /// Throws `MatchReference.TooMany` where trying everything takes too long.
  func matches() throws -> [KeptMatch] {
    try selected().compactMap { candidate in
      let rule = phase.rules[candidate.rule]
      guard !rule.isBlock else { return nil }
      let best = try reference.best(rule.pattern, at: candidate.start, end: candidate.end)
      let captures = Dictionary(grouping: best?.captures ?? [], by: \.name)
        .mapValues { $0.map(\.tokens) }
      return KeptMatch(
        rule: rule.name.text, tokens: TokenRange(candidate.start, candidate.end),
        captures: captures)
    }
  }

  private func selected() throws -> [Candidate] {
    phase.selection == .longest ? try longest() : try all()
  }

  /// Leftmost, then longest, then by priority, then by the order of the file.
  private func longest() throws -> [Candidate] {
    var result: [Candidate] = []
    for start in reference.tokens.indices where start >= result.last?.end ?? 0 {
      if let first = try candidates(at: start).first { result.append(first) }
    }
    return result
  }

  /// Every match, but a block vetoes what begins inside it: of the same start what is shorter.
  private func all() throws -> [Candidate] {
    var result: [Candidate] = []
    var blockedUntil = 0
    for start in reference.tokens.indices {
      for candidate in try candidates(at: start) {
        if phase.rules[candidate.rule].isBlock {
          blockedUntil = max(blockedUntil, candidate.end)
        } else if start >= blockedUntil {
          result.append(candidate)
        }
      }
    }
    return result
  }

  /// What the rules match from a position, the longest first.
  private func candidates(at start: Int) throws -> [Candidate] {
    var result: [Candidate] = []
    for (number, rule) in phase.rules.enumerated() {
      let ends = Set(try reference.derivations(rule.pattern, at: start).map(\.end))
      result += ends.filter { $0 > start }
        .map { Candidate(rule: number, start: start, end: $0) }
    }
    return result.sorted {
      (-$0.end, -phase.rules[$0.rule].priority, $0.rule)
        < (-$1.end, -phase.rules[$1.rule].priority, $1.rule)
    }
  }
}
