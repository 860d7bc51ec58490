/// The states that a simulation has reached, by position, and where it has ended; reused from run to run.
struct Frontier {
  /// The end of a rule, or of a part (`rule` is -1).
  struct Hit {
    var rule: Int
    var offset: Int
  }

  private(set) var hits: [Hit] = []
  /// Chains of states, one for each offset from the start: heads hold index plus one of the latest link.
  private var heads = [Int32](repeating: 0, count: spanCap + 1)
  private var states: [Int32] = []
  private var links: [Int32] = []
  /// The last offset that some state has reached.
  private(set) var furthest = 0
  /// When each state was last taken up, so that paths that meet go on as one.
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0

  /// Forgets the last run. The chains are empty after every run that took up all it reached.
  mutating func begin(stateCount: Int) {
    hits.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
    furthest = 0
    if stamps.count < stateCount {
      stamps += repeatElement(0, count: stateCount - stamps.count)
    }
  }

  var isEmpty: Bool { states.isEmpty }

  mutating func push(_ state: Int, at offset: Int) {
    states.append(Int32(truncatingIfNeeded: state))
    links.append(heads[offset])
    heads[offset] = Int32(truncatingIfNeeded: states.count)
    furthest = max(furthest, offset)
  }

  /// Turns to the next position; a state may be taken up there anew.
  mutating func turn() {
    if stamp == .max {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 0
    }
    stamp += 1
  }

  /// A state at an offset that has not been taken up there, nil where none is left.
  mutating func pop(at offset: Int) -> Int? {
    while heads[offset] > 0 {
      let link = Int(heads[offset]) - 1
      heads[offset] = links[link]
      let state = Int(states[link])
      guard stamps[state] != stamp else { continue }
      stamps[state] = stamp
      return state
    }
    return nil
  }

  mutating func end(rule: Int, at offset: Int) { hits.append(Hit(rule: rule, offset: offset)) }
}

/// Tokens that one match may span.
let spanCap = 64
