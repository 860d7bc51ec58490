/// A possible match of a rule: token positions and what decides between candidates.
struct Candidate {
  var rule: Int
  var start: Int
  var end: Int
  var priority: Int
}

/// Chooses between candidates by the total order: leftmost, longest, priority, file order.
enum Selection {
  /// The matches that stand, in order of their start.
  static func select(_ candidates: [Candidate], phase: CompiledPhase) -> [Candidate] {
    let sorted = candidates.sorted { a, b in
      (a.start, -a.end, -a.priority, a.rule) < (b.start, -b.end, -b.priority, b.rule)
    }
    guard phase.selection == .longest else { return unblocked(sorted, phase) }
    var result: [Candidate] = []
    var free = 0
    for candidate in sorted where candidate.start >= free {
      result.append(candidate)
      free = candidate.end
    }
    return result
  }

  /// With `select all` a block vetoes what begins inside it.
  private static func unblocked(_ sorted: [Candidate], _ phase: CompiledPhase) -> [Candidate] {
    var blockedUntil = 0
    return sorted.filter { candidate in
      if phase.rules[candidate.rule].type == nil {
        blockedUntil = max(blockedUntil, candidate.end)
        return false
      }
      return candidate.start >= blockedUntil
    }
  }
}
