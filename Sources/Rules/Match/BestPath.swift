import Text

/// The preferred way of a match: fewest tokens skipped, then the earliest alternative, then greedy.
///
/// Each (state, position) is solved once, by a depth-first search that is no recursion; states lead forward only.
struct BestPath {
  private struct Node {
    var state: Int
    var place: Int
    /// Its ways on, as a stretch of `steps`.
    var steps: Range<Int>
    var tried = 0
    /// Tokens skipped from here to the end on the best way, nil where none leads there.
    var cost: Int?
    var choice = 0
  }

  private var states = 0..<0
  private var stretch = TokenRange(0, 0)
  private var nodes: [Node] = []
  private var steps: [Step] = []
  private var stack: [Int] = []
  /// Nodes by state and position, and the search that each entry is of.
  private var index: [Int32] = []
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0

  /// Begins a search among the states of one rule or part.
  mutating func begin(_ states: Range<Int>, over stretch: TokenRange) {
    self.states = states
    self.stretch = stretch
    nodes.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    let size = states.count * (stretch.count + 1)
    if stamps.count < size {
      stamps += repeatElement(0, count: size - stamps.count)
      index += repeatElement(0, count: size - index.count)
    }
    if stamp == .max {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 0
    }
    stamp += 1
  }

  private func slot(_ state: Int, _ place: Int) -> Int {
    (place - stretch.start) * states.count + state - states.lowerBound
  }

  private func node(_ state: Int, _ place: Int) -> Int? {
    let slot = slot(state, place)
    return stamps[slot] == stamp ? Int(index[slot]) : nil
  }

  /// Enters a state at a position; its ways on are added next, the preferred first.
  mutating func enter(_ state: Int, _ place: Int) {
    let slot = slot(state, place)
    stamps[slot] = stamp
    index[slot] = Int32(truncatingIfNeeded: nodes.count)
    stack.append(nodes.count)
    nodes.append(Node(state: state, place: place, steps: steps.count..<steps.count))
  }

  /// Says that the state that was entered last ends the match.
  mutating func markEnd() { nodes[nodes.count - 1].cost = 0 }

  /// Adds a way on from the state that was entered last.
  mutating func add(_ step: Step) {
    steps.append(step)
    let last = nodes.count - 1
    nodes[last].steps = nodes[last].steps.lowerBound..<steps.count
  }

  /// Works until a state at a position must be entered, which it gives; nil when all is solved.
  mutating func next() -> (state: Int, place: Int)? {
    while let top = stack.last {
      let node = nodes[top]
      // A way on which nothing is skipped is beaten by none that comes later.
      guard node.tried < node.steps.count, node.cost != 0 else {
        stack.removeLast()
        continue
      }
      let step = steps[node.steps.lowerBound + node.tried]
      guard step.end <= stretch.end else {
        nodes[top].tried += 1
        continue
      }
      guard let next = self.node(step.next, step.end) else { return (step.next, step.end) }
      if let rest = nodes[next].cost, rest + step.skipped < node.cost ?? .max {
        nodes[top].cost = rest + step.skipped
        nodes[top].choice = node.tried
      }
      nodes[top].tried += 1
    }
    return nil
  }

  /// The steps of the best way, each with the state and position where it is taken; empty where there is no way.
  func path() -> [(state: Int, place: Int, step: Step)] {
    var result: [(state: Int, place: Int, step: Step)] = []
    guard var current = nodes.first else { return [] }
    while current.cost != nil, current.choice < current.steps.count {
      let step = steps[current.steps.lowerBound + current.choice]
      result.append((current.state, current.place, step))
      guard let next = node(step.next, step.end) else { break }
      current = nodes[next]
    }
    return result
  }
}
