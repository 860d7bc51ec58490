/// Finds the tests of which the last token of what is passed over must pass one.
struct LastTests {
  private let phase: CompiledPhase
  /// Whether the end is reached from a state without passing over anything; nil where it has not been asked.
  private var endings: [Bool?]

  init(_ phase: CompiledPhase) {
    self.phase = phase
    endings = Array(repeating: nil, count: phase.code.count)
  }

  /// What may stand last: a token that passes one of the tests, or an entry of one of the lists.
  struct Lasts {
    var tests = Set<Int>()
    var lists = Set<Int>()
  }

  /// The tests for what starts in a state; nil where it may be empty or end in a list entry or an annotation.
  mutating func tests(from start: Int, of program: Program) -> [Int]? {
    lasts(from: start, of: program).flatMap { $0.lists.isEmpty ? $0.tests.sorted() : nil }
  }

  /// What stands last of what starts in a state; nil where it may be empty or end in an annotation.
  mutating func lasts(from start: Int, of program: Program) -> Lasts? {
    if reachesEnd(start) { return nil }
    var result = Lasts()
    var seen = Set<Int>()
    var stack = [start]
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      switch phase.code[state] {
      case .token(let test, _, let next), .gap(let test, let next):
        if reachesEnd(next) { result.tests.insert(test) }
        stack.append(next)
      case .list(let edge, let next):
        if reachesEnd(next) { result.lists.insert(program.listEdges[edge].list) }
        stack.append(next)
      case .except(let inner, _, let next):
        if reachesEnd(next) {
          guard let own = lasts(from: phase.parts[inner], of: program) else { return nil }
          result.tests.formUnion(own.tests)
          result.lists.formUnion(own.lists)
        }
        stack.append(next)
      case .annotation(_, let next):
        if reachesEnd(next) { return nil }
        stack.append(next)
      case .fork(let first, let second): stack += [first, second]
      case .capture(_, _, let next), .look(_, _, _, let next): stack.append(next)
      case .accept: break
      }
    }
    return result
  }

  private mutating func reachesEnd(_ start: Int) -> Bool {
    if let known = endings[start] { return known }
    var seen = Set<Int>()
    var stack = [start]
    var result = false
    while let state = stack.popLast(), !result {
      guard seen.insert(state).inserted else { continue }
      switch phase.code[state] {
      case .accept: result = true
      case .fork(let first, let second): stack += [first, second]
      case .capture(_, _, let next), .look(_, _, _, let next): stack.append(next)
      case .except(let inner, _, let next):
        if reachesEnd(phase.parts[inner]) { stack.append(next) }
      case .token, .gap, .list, .annotation: break
      }
    }
    endings[start] = result
    return result
  }
}
