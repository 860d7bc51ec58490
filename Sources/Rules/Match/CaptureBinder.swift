import Text

/// What a capture took: its tokens, and the list entry or annotation where it was exactly one.
struct Binding {
  var tokens: TokenRange
  var edge: Step.Edge?
}

/// Finds the preferred way of a selected match and binds its captures.
///
/// A depth-first search that keeps what has failed, so each (state, position) is tried once.
struct CaptureBinder {
  private struct Frame {
    var state: Int
    var position: Int
    var steps: [Step]
    var taken = 0
  }

  let rule: CompiledRule
  let end: Int

  /// The captures by name; a capture that took nothing is absent, one used twice keeps its last tokens.
  mutating func bind<Analyzer>(
    from start: Int, lattice: inout Lattice, matcher: inout Matcher<Analyzer>
  ) -> [String: Binding] {
    var tried = Set<[Int]>()
    var path: [Frame] = []
    enter(rule.start, start, start, &path, &tried, &lattice, &matcher)
    while var frame = path.popLast() {
      if case .accept = rule.code[frame.state], frame.position == end {
        path.append(frame)
        return bindings(of: path)
      }
      guard frame.taken < frame.steps.count else { continue }
      let step = frame.steps[frame.taken]
      frame.taken += 1
      path.append(frame)
      if step.end <= end, !tried.contains([step.next, step.end]) {
        enter(step.next, step.end, start, &path, &tried, &lattice, &matcher)
      }
    }
    return [:]
  }

  private func enter<Analyzer>(
    _ state: Int, _ position: Int, _ start: Int, _ path: inout [Frame],
    _ tried: inout Set<[Int]>, _ lattice: inout Lattice, _ matcher: inout Matcher<Analyzer>
  ) {
    tried.insert([state, position])
    let steps = matcher.steps(rule.code, state, at: position, start: start, &lattice)
    path.append(Frame(state: state, position: position, steps: steps))
  }

  private func bindings(of path: [Frame]) -> [String: Binding] {
    var open: [Int: Int] = [:]
    var result: [String: Binding] = [:]
    for (index, frame) in path.enumerated() {
      guard case .capture(let name, let isStart, _) = rule.code[frame.state] else { continue }
      if isStart {
        open[name] = index
      } else if let first = open[name] {
        let steps = path[first..<index].compactMap { $0.taken > 0 ? $0.steps[$0.taken - 1] : nil }
        if let start = steps.lazy.compactMap(\.place).first {
          let tokens = TokenRange(start, frame.position)
          let edge = steps.first { $0.place == start && $0.end == tokens.end }?.edge
          result[rule.captures[name]] = Binding(tokens: tokens, edge: edge)
        }
      }
    }
    return result
  }
}
