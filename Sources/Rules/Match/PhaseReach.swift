import Text

/// What the automaton of a phase asks of a text, found once.
struct PhaseReach: Sendable {
  /// A list and those of its edges that the phase has.
  struct ListEdges: Sendable {
    var number: Int
    var edges: [Edge]
    /// Whether some edge asks anything of the columns.
    var isConditional: Bool
  }

  /// A list edge or annotation edge, and whether it asks anything of the columns or fields.
  struct Edge: Sendable {
    var number: Int
    var isConditional: Bool
  }

  /// What a state asks of the tokens around a position.
  struct Look: Sendable {
    var part = 0
    var isAhead = false
    var isNegated = false
    /// The number of what it asks, the same for all states that ask the same.
    var number = 0
    /// The letter beside the position tells the outcome.
    var isTold = false
  }

  /// Tests and lists (behind all tests) that some state asks for.
  private(set) var bits: [Int] = []
  private(set) var lists: [ListEdges] = []
  /// Annotation edges by type.
  private(set) var annotationEdges: [[Edge]]
  /// The most tokens that each part can span, at most those that a look may.
  private(set) var partLengths: [Int] = []
  /// The tests of which the last token of each part passes one, nil where no tests say what may stand last.
  private(set) var partLasts: [[Int]?] = []
  /// Types of which the phase can see an annotation, and those that a rule can begin with, see `TypeMask`.
  private(set) var visibleTypes: UInt64 = 0
  private(set) var beginningTypes: UInt64 = 0
  /// Tests and lists that a rule can begin with.
  private(set) var beginnings: [Int] = []
  private(set) var shapes: PartShapes
  /// By state; of no meaning for states that do not look.
  private(set) var looks: [Look] = []
  private(set) var lookCount = 0
  /// The distinct looks to either side.
  private(set) var looksAhead: [Look] = []
  private(set) var looksBehind: [Look] = []
  /// Where the states of each owner lie in the code.
  private(set) var ranges: [Int: Range<Int>] = [:]

  /// The reach of a phase; `starts` are the first states of the rules that are looked for, nil for all.
  init(_ phase: CompiledPhase, in program: Program, starts: Set<Int>? = nil) {
    annotationEdges = Array(repeating: [], count: program.types.count)
    shapes = PartShapes(phase)
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
      let own = Edge(
        number: edge, isConditional: !program.listEdges[edge].conditions.isEmpty)
      if let known = lists.firstIndex(where: { $0.number == list }) {
        lists[known].edges.append(own)
        lists[known].isConditional = lists[known].isConditional || own.isConditional
      } else {
        lists.append(ListEdges(number: list, edges: [own], isConditional: own.isConditional))
      }
    }
    bits = tests.sorted() + lists.map { program.tests.count + $0.number }
    for edge in typeEdges.sorted() {
      annotationEdges[program.annotationEdges[edge].type.rawValue].append(
        Edge(
          number: edge, isConditional: !program.annotationEdges[edge].conditions.isEmpty))
    }
    for (state, owner) in phase.owners.enumerated() {
      ranges[owner] = (ranges[owner]?.lowerBound ?? state)..<state + 1
    }
    partLengths = phase.parts.map { Self.length(from: $0, phase) }
    var lasts = LastTests(phase)
    partLasts = phase.parts.map { lasts.tests(from: $0, of: program) }
    findBeginnings(phase, starts)
    findLooks(in: phase)
  }

  private mutating func findBeginnings(_ phase: CompiledPhase, _ starts: Set<Int>?) {
    func begins(_ states: [Int]) -> Bool {
      starts.map { !$0.isDisjoint(with: states) } ?? !states.isEmpty
    }
    beginnings = phase.startsByBit.indices.filter { begins(phase.startsByBit[$0]) }
    for type in annotationEdges.indices {
      let bit = TypeMask.bit(of: TypeID(rawValue: type))
      if !annotationEdges[type].isEmpty { visibleTypes |= bit }
      if begins(phase.startsByType[type]) { beginningTypes |= bit }
    }
    for type in phase.skipping { visibleTypes |= TypeMask.bit(of: type) }
  }

  private mutating func findLooks(in phase: CompiledPhase) {
    // Twice the part, plus one for those ahead.
    var numbers: [Int: Int] = [:]
    for instruction in phase.code {
      guard case .look(let part, let isAhead, let isNegated, _) = instruction else {
        looks.append(Look())
        continue
      }
      let key = part * 2 + (isAhead ? 1 : 0)
      let number = numbers[key] ?? numbers.count
      let look = Look(
        part: part, isAhead: isAhead, isNegated: isNegated, number: number,
        isTold: isTold(part, isAhead: isAhead))
      looks.append(look)
      guard number == numbers.count else { continue }
      numbers[key] = number
      if isAhead { looksAhead.append(look) } else { looksBehind.append(look) }
    }
    lookCount = numbers.count
  }

  /// Whether the letter beside a position tells the outcome of a look. What ends before it may be longer than a token.
  private func isTold(_ part: Int, isAhead: Bool) -> Bool {
    guard case .edge(let isToken) = shapes.shapes[part] else { return false }
    return isAhead || isToken
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
