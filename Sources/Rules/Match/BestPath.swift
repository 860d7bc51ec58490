import Text

/// The preferred way of a match: fewest tokens skipped, then the earliest alternative, then greedy.
///
/// Each (state, position) is solved once, by a depth-first search that is no recursion; states lead forward only.
struct BestPath {
  private struct Node {
    var state: Int
    var place: Int
    var steps: [Step]
    var tried = 0
    /// Tokens skipped from here to the end on the best way, nil where none leads there.
    var cost: Int?
    var choice = 0
  }

  private struct Key: Hashable {
    var state: Int
    var place: Int
  }

  private let start: Int
  private let stretch: TokenRange
  private var nodes: [Node] = []
  private var index: [Key: Int] = [:]

  init(start: Int, stretch: TokenRange) {
    self.start = start
    self.stretch = stretch
  }

  /// The steps of the way, each with the state and position where it is taken; empty where there is no way.
  mutating func path<Analyzer>(
    lattice: Lattice, matcher: inout Matcher<Analyzer>
  ) -> [(state: Int, place: Int, step: Step)] {
    solve(lattice, &matcher)
    var result: [(state: Int, place: Int, step: Step)] = []
    var current = nodes[0]
    while current.cost != nil, current.choice < current.steps.count {
      let step = current.steps[current.choice]
      result.append((current.state, current.place, step))
      guard let next = index[Key(state: step.next, place: step.end)] else { break }
      current = nodes[next]
    }
    return result
  }

  private mutating func solve<Analyzer>(_ lattice: Lattice, _ matcher: inout Matcher<Analyzer>) {
    var stack = [enter(start, stretch.start, lattice, &matcher)]
    while let top = stack.last {
      let node = nodes[top]
      guard node.tried < node.steps.count else {
        stack.removeLast()
        continue
      }
      let step = node.steps[node.tried]
      guard step.end <= stretch.end else {
        nodes[top].tried += 1
        continue
      }
      guard let next = index[Key(state: step.next, place: step.end)] else {
        stack.append(enter(step.next, step.end, lattice, &matcher))
        continue
      }
      if let rest = nodes[next].cost, rest + step.skipped < node.cost ?? .max {
        nodes[top].cost = rest + step.skipped
        nodes[top].choice = node.tried
      }
      nodes[top].tried += 1
    }
  }

  private mutating func enter<Analyzer>(
    _ state: Int, _ place: Int, _ lattice: Lattice, _ matcher: inout Matcher<Analyzer>
  ) -> Int {
    let isFirst = place == stretch.start
    var node = Node(
      state: state, place: place,
      steps: matcher.steps(state, at: place, isFirst: isFirst, lattice))
    if case .accept = lattice.phase.code[state], place == stretch.end { node.cost = 0 }
    index[Key(state: state, place: place)] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }
}
