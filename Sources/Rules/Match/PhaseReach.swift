import Text

/// What the automaton of a phase asks of a text, found once.
struct PhaseReach: Sendable {
  /// A list and those of its edges that the phase has.
  struct ListEdges: Sendable {
    var number: Int
    var edges: [Int]
  }

  /// What a state asks of the tokens around a position.
  struct Look: Sendable {
    var part = 0
    var isAhead = false
    var isNegated = false
    /// The number of what it asks, the same for all states that ask the same.
    var number = 0
    /// The part matches single tokens by tests alone.
    var isSingle = false
  }

  /// Tests and lists (behind all tests) that some state asks for.
  private(set) var bits: [Int] = []
  private(set) var lists: [ListEdges] = []
  /// An annotation edge, and whether it asks anything of the fields.
  struct TypeEdge: Sendable {
    var number: Int
    var isConditional: Bool
  }

  /// Annotation edges by type.
  private(set) var annotationEdges: [[TypeEdge]]
  /// The most tokens that each part can span, at most those that a look may.
  private(set) var partLengths: [Int] = []
  /// By state; of no meaning for states that do not look.
  private(set) var looks: [Look] = []
  private(set) var lookCount = 0
  /// Where the states of each owner lie in the code.
  private(set) var ranges: [Int: Range<Int>] = [:]

  init(_ phase: CompiledPhase, in program: Program) {
    annotationEdges = Array(repeating: [], count: program.types.count)
    var tests = Set<Int>()
    var listEdges = Set<Int>()
    var typeEdges = Set<Int>()
    for instruction in phase.code {
      switch instruction {
      case .token(let test, _, _), .gap(let test, _): tests.insert(test)
      case .list(let edge, _): listEdges.insert(edge)
      case .annotation(let edge, _): typeEdges.insert(edge)
      case .fork, .capture, .look, .except, .accept: break
      }
    }
    for edge in listEdges.sorted() {
      let list = program.listEdges[edge].list
      if let known = lists.firstIndex(where: { $0.number == list }) {
        lists[known].edges.append(edge)
      } else {
        lists.append(ListEdges(number: list, edges: [edge]))
      }
    }
    bits = tests.sorted() + lists.map { program.tests.count + $0.number }
    for edge in typeEdges.sorted() {
      annotationEdges[program.annotationEdges[edge].type.rawValue].append(
        TypeEdge(
          number: edge, isConditional: !program.annotationEdges[edge].conditions.isEmpty))
    }
    for (state, owner) in phase.owners.enumerated() {
      ranges[owner] = (ranges[owner]?.lowerBound ?? state)..<state + 1
    }
    partLengths = phase.parts.map { Self.length(from: $0, phase) }
    findLooks(in: phase)
  }

  private mutating func findLooks(in phase: CompiledPhase) {
    let singles = phase.parts.map { Self.isSingle($0, phase) }
    // Twice the part, plus one for those ahead.
    var numbers: [Int: Int] = [:]
    looks = phase.code.map { instruction in
      guard case .look(let part, let isAhead, let isNegated, _) = instruction else { return Look() }
      let key = part * 2 + (isAhead ? 1 : 0)
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return Look(
        part: part, isAhead: isAhead, isNegated: isNegated, number: number,
        isSingle: singles[part])
    }
    lookCount = numbers.count
  }

  /// Whether all that a part passes over is one token that satisfies a test.
  private static func isSingle(_ start: Int, _ phase: CompiledPhase) -> Bool {
    var seen = Set<Int>()
    var stack = [(state: start, isPast: false)]
    while let (state, isPast) = stack.popLast() {
      guard seen.insert(state * 2 + (isPast ? 1 : 0)).inserted else { continue }
      switch phase.code[state] {
      case .token(_, _, let next) where !isPast, .gap(_, let next) where !isPast:
        stack.append((next, true))
      case .fork(let first, let second): stack += [(first, isPast), (second, isPast)]
      case .capture(_, _, let next): stack.append((next, isPast))
      case .accept where isPast: break
      default: return false
      }
    }
    return true
  }

  /// The most tokens between a state and the end of its part, found without going round.
  private static func length(from start: Int, _ phase: CompiledPhase) -> Int {
    guard phase.skipping.isEmpty else { return lookCap }
    var lengths = [Int](repeating: -1, count: phase.code.count)
    var stack = [(state: start, length: 0)]
    var result = 0
    while let (state, length) = stack.popLast() {
      // A state that is reached by ever longer ways is in a loop or behind one.
      if length >= lookCap { return lookCap }
      guard length > lengths[state] else { continue }
      lengths[state] = length
      switch phase.code[state] {
      case .token(_, _, let next), .gap(_, let next): stack.append((next, length + 1))
      case .fork(let first, let second): stack += [(first, length), (second, length)]
      case .capture(_, _, let next), .look(_, _, _, let next): stack.append((next, length))
      case .list, .annotation, .except: return lookCap
      case .accept: result = max(result, length)
      }
    }
    return result
  }
}

/// Tokens that a look around may span.
let lookCap = 16
/// Tokens that one match may span.
let spanCap = 64
