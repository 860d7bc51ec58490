import Text

/// How the steps of large sets are found.
extension PhaseEngine {
  /// The plan of a set, nil where it has none. Where annotations may be skipped each state has to be looked at.
  mutating func plan(of set: Int32) -> Int? {
    guard phase.skipping.isEmpty else { return nil }
    let (place, isDue) = plans.place(of: set, states: sets.range(of: set).count)
    return isDue ? plans.keep(makePlan(of: set), of: set) : place
  }

  private func makePlan(of set: Int32) -> StepPlan {
    var plan = StepPlan()
    for place in sets.range(of: set) where sets.entered(place) == nil {
      let state = sets.state(place)
      switch code[state] {
      case .token(let test, _, let next), .gap(let test, let next):
        plan.tests.append((Int32(alphabet.bit(of: test)), Int32(next)))
      case .list(let edge, let next): plan.edges.append((Int32(edge), Int32(next)))
      case .annotation(let edge, let next):
        plan.edges.append((Int32(program.listEdges.count + edge), Int32(next)))
      case .fork, .capture, .look, .except, .accept: plan.others.append(Int32(state))
      }
    }
    plan.tests.sort { ($0.bit, $0.next) < ($1.bit, $1.next) }
    plan.edges.sort { ($0.number, $0.next) < ($1.number, $1.next) }
    return plan
  }

  /// Where the states of a plan that pass over a token or an edge lead over a letter.
  mutating func addWays(of plan: Int, over letter: Int32) {
    var last: (bit: Int32, isPassed: Bool) = (-1, false)
    for (bit, next) in plans[plan].tests {
      if bit != last.bit { last = (bit, alphabet.has(letter, bit: Int(bit))) }
      if last.isPassed { resolution.ways.append((1, Int(next))) }
    }
    for place in alphabet.edgeRange(of: letter) {
      let edge = alphabet.edge(place)
      let first = plans[plan].edges.partitioningIndex { Int($0.number) >= edge.number }
      for (number, next) in plans[plan].edges[first...] {
        guard Int(number) == edge.number else { break }
        resolution.ways.append((edge.length, Int(next)))
      }
    }
  }
}
