import Text

/// Gathers what captures take while a match is followed.
struct CaptureTrace {
  /// A capture, by its place among those of its rule, and what it took once.
  typealias Bound = (name: Int, binding: Binding)

  private struct Open {
    var name: Int
    /// How much had been passed over when it was opened.
    var passed: Int
  }

  private var passed: [Binding] = []
  private var open: [Open] = []
  /// In the order in which the captures were closed.
  private(set) var bindings: [Bound] = []

  mutating func open(_ name: Int) { open.append(Open(name: name, passed: passed.count)) }

  mutating func pass(_ tokens: TokenRange, _ edge: Step.Edge) {
    passed.append(Binding(tokens: tokens, edge: edge))
  }

  mutating func close(_ name: Int) {
    guard let last = open.popLast(), last.passed < passed.count else { return }
    let first = passed[last.passed]
    let end = passed[passed.count - 1].tokens.end
    let edge = passed.count - last.passed == 1 ? first.edge : nil
    bindings.append((name, Binding(tokens: TokenRange(first.tokens.start, end), edge: edge)))
  }

  mutating func removeAll() {
    passed.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    bindings.removeAll(keepingCapacity: true)
  }
}
