/// The automaton of a phase while it is written, rule by rule.
struct PhaseBuilder {
  private(set) var code: [Instruction] = []
  private(set) var owners: [Int] = []
  private(set) var parts: [Int] = []
  /// Parts that are written once and shared: those without captures.
  private var partIndex: [Pattern: Int] = [:]

  // The rule that is being written.
  private(set) var rule = -1
  private(set) var captures: [String] = []
  private var firstState = 0
  private(set) var calls = 0
  private var isOverrun = false

  /// States of one rule at most; more is an error that names the rule.
  static let maximumStates = 4096
  /// Patterns visited for one rule at most, so that `let`s that only name others end too.
  private static let maximumCalls = 16 * maximumStates

  mutating func beginRule() {
    rule += 1
    captures = []
    firstState = code.count
    calls = 0
    isOverrun = false
  }

  /// States that the rule has so far.
  var ruleStates: Int { code.count - firstState }

  /// The rule is larger than a rule may be; what is written of it is of no use.
  var isTooLarge: Bool { isOverrun || ruleStates > Self.maximumStates }

  /// Counts a step of the writing, and more for one that has much to read; false where the rule has grown too large
  /// to go on.
  mutating func goesOn(cost: Int = 1) -> Bool {
    calls += cost
    if calls > Self.maximumCalls { isOverrun = true }
    return !isTooLarge
  }

  mutating func add(_ instruction: Instruction) -> Int {
    code.append(instruction)
    owners.append(rule)
    return code.count - 1
  }

  mutating func capture(_ name: String) -> Int {
    if let index = captures.firstIndex(of: name) { return index }
    captures.append(name)
    return captures.count - 1
  }

  func part(of pattern: Pattern) -> Int? { partIndex[pattern] }

  /// Keeps a part by its first state; a shared one is found again by its pattern.
  mutating func addPart(_ start: Int, sharedAs pattern: Pattern?) -> Int {
    parts.append(start)
    if let pattern, !isTooLarge { partIndex[pattern] = parts.count - 1 }
    return parts.count - 1
  }

  /// Moves the automaton into a phase and indexes by what its rules can begin with.
  func finish(_ phase: inout CompiledPhase, in program: Program) {
    phase.code = code
    phase.owners = owners
    phase.parts = parts
    phase.startsByBit = Array(repeating: [], count: program.tests.count + program.lists.count)
    phase.startsByType = Array(repeating: [], count: program.types.count)
    for rule in phase.rules {
      for first in firsts(of: rule.start, program) {
        switch first {
        case .bit(let bit): phase.startsByBit[bit].append(rule.start)
        case .type(let type): phase.startsByType[type].append(rule.start)
        }
      }
    }
  }

  private enum First: Hashable {
    case bit(Int)
    case type(Int)
  }

  /// What the pattern from a state on can pass over first, each once.
  private func firsts(of start: Int, _ program: Program) -> [First] {
    var result: [First] = []
    var found = Set<First>()
    var seen = Set<Int>()
    var stack = [start]
    func add(_ first: First) {
      if found.insert(first).inserted { result.append(first) }
    }
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      switch code[state] {
      case .token(let test, _, _), .gap(let test, _): add(.bit(test))
      case .list(let edge, _): add(.bit(program.tests.count + program.listEdges[edge].list))
      case .annotation(let edge, _): add(.type(program.annotationEdges[edge].type.rawValue))
      case .fork(let first, let second): stack += [first, second]
      case .capture(_, _, let next), .look(_, _, _, let next): stack.append(next)
      // What is excepted may be empty, so what follows may come first too.
      case .except(let inner, _, let next): stack += [parts[inner], next]
      case .accept: break
      }
    }
    return result
  }
}
