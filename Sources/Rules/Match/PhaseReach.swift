import Text

/// What the automaton of a phase asks of a text, found once.
struct PhaseReach: Sendable {
  /// An annotation edge, and whether it asks anything of the fields.
  struct Edge: Sendable {
    var number: Int
    var isConditional: Bool
  }

  /// What a state asks of the tokens around a position.
  struct Look: Sendable {
    var part = 0
    var isAhead = false
    var isNegated = false
    /// The place of what it asks among what is asked to that side.
    var number = 0
    /// The letter beside the position tells the outcome.
    var isTold = false
  }

  /// Tests and list edges that some state asks for, in ascending order.
  private(set) var tests: [Int] = []
  private(set) var listEdges: [Int] = []
  /// Annotation edges by type.
  private(set) var annotationEdges: [[Edge]]
  /// The most tokens that each part can span, at most those that a look may.
  private(set) var partLengths: [Int] = []
  /// The tests of which the last token of each part passes one, nil where no tests say what may stand last.
  private(set) var partLasts: [[Int]?] = []
  /// Types of which the phase can see an annotation, see `TypeMask`.
  private(set) var visibleTypes: UInt64 = 0
  private(set) var shapes: PartShapes
  /// By part that some `except` passes over: the states in which it may end.
  private(set) var partEnds: [[Int]]
  /// By such a part: its states, and those of the parts inside it, by their numbers.
  private(set) var partStates: [[Bool]]
  /// By state: the `except`s that pass over the part that ends in it.
  private(set) var returns: [[Int]]
  /// By state; of no meaning for states that do not look.
  private(set) var looks: [Look] = []
  /// The distinct looks behind.
  private(set) var looksBehind: [Look] = []
  /// By owner: where its states lie in the code.
  private(set) var ranges: [Range<Int>]

  init(_ phase: CompiledPhase, in program: Program) {
    annotationEdges = Array(repeating: [], count: program.types.count)
    ranges = Array(repeating: 0..<0, count: phase.rules.count)
    partEnds = Array(repeating: [], count: phase.parts.count)
    partStates = partEnds.map { _ in [] }
    returns = Array(repeating: [], count: phase.code.count)
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
    self.tests = tests.sorted()
    self.listEdges = listEdges.sorted()
    for edge in typeEdges.sorted() {
      annotationEdges[program.annotationEdges[edge].type.rawValue].append(
        Edge(
          number: edge, isConditional: !program.annotationEdges[edge].conditions.isEmpty))
    }
    for (state, owner) in phase.owners.enumerated() {
      let first = ranges[owner].isEmpty ? state : ranges[owner].lowerBound
      ranges[owner] = first..<state + 1
    }
    partLengths = phase.parts.map { Self.length(from: $0, phase) }
    var lasts = LastTests(phase)
    partLasts = phase.parts.map { lasts.tests(from: $0, of: program) }
    findVisibleTypes(phase)
    findLooks(in: phase)
    findReturns(in: phase)
  }

  private mutating func findReturns(in phase: CompiledPhase) {
    for (state, instruction) in phase.code.enumerated() {
      guard case .except(let inner, _, _) = instruction else { continue }
      if partStates[inner].isEmpty { findStates(of: inner, in: phase) }
      for end in partEnds[inner] { returns[end].append(state) }
    }
  }

  private mutating func findStates(of part: Int, in phase: CompiledPhase) {
    var states = [Bool](repeating: false, count: phase.code.count)
    var own: Set<Int> = [phase.parts[part]]
    var stack: [(state: Int, isOwn: Bool)] = [(phase.parts[part], true)]
    while let (state, isOwn) = stack.popLast() {
      states[state] = true
      if isOwn, case .accept = phase.code[state] { partEnds[part].append(state) }
      for next in phase.code[state].nextStates {
        let isNew = isOwn ? own.insert(next).inserted : !states[next]
        if isNew { stack.append((next, isOwn)) }
      }
      guard case .except(let inner, _, _) = phase.code[state] else { continue }
      if !states[phase.parts[inner]] { stack.append((phase.parts[inner], false)) }
    }
    partStates[part] = states
  }

  private mutating func findVisibleTypes(_ phase: CompiledPhase) {
    for type in annotationEdges.indices where !annotationEdges[type].isEmpty {
      visibleTypes |= TypeMask.bit(of: TypeID(rawValue: type))
    }
    for type in phase.skipping { visibleTypes |= TypeMask.bit(of: type) }
  }

  private mutating func findLooks(in phase: CompiledPhase) {
    var numbers: [Int: Int] = [:]
    for instruction in phase.code {
      guard case .look(let part, let isAhead, let isNegated, _) = instruction else {
        looks.append(Look())
        continue
      }
      var look = Look(
        part: part, isAhead: isAhead, isNegated: isNegated,
        isTold: isTold(part, isAhead: isAhead))
      if !isAhead {
        look.number = numbers[part] ?? looksBehind.count
        if numbers[part] == nil { looksBehind.append(look) }
        numbers[part] = look.number
      }
      looks.append(look)
    }
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
