/// What rules can pass over first.
struct RuleFirsts: Sendable {
  private(set) var tests = Set<Int>()
  private(set) var listEdges = Set<Int>()
  /// Types of annotations, see `TypeMask`.
  private(set) var types: UInt64 = 0

  /// What the patterns from some states on can pass over first. O(states).
  init(of starts: some Sequence<Int>, _ phase: CompiledPhase, in program: Program) {
    var seen = Set<Int>()
    var stack = Array(starts)
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      switch phase.code[state] {
      case .token(let test, _, _), .gap(let test, _): tests.insert(test)
      case .list(let edge, _): listEdges.insert(edge)
      case .annotation(let edge, _):
        types |= TypeMask.bit(of: program.annotationEdges[edge].type)
      case .fork(let first, let second): stack += [first, second]
      case .capture(_, _, let next), .look(_, _, _, let next): stack.append(next)
      // What is excepted may be empty, so what follows may come first too.
      case .except(let inner, _, let next): stack += [phase.parts[inner], next]
      case .accept: break
      }
    }
  }
}
