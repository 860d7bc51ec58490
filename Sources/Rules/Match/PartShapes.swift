/// What the letter of a position tells of the parts that start there, found once for a phase.
struct PartShapes: Sendable {
  /// How much of a part one letter tells.
  enum Shape: Sendable {
    /// Nothing for sure.
    case open
    /// Whether it matches one token; what is longer depends on what follows.
    case first
    /// All: it is a single list entry, annotation or token; `isToken` where it is always one token.
    case edge(isToken: Bool)
  }

  /// By part.
  private(set) var shapes: [Shape] = []
  /// By state: an `except` of which the letter tells where it ends.
  private(set) var isTold: [Bool]
  /// By state: the end is reached without passing over anything, and without looking.
  private(set) var ends: [Bool]
  private let phase: CompiledPhase
  private var known: [Shape?]

  init(_ phase: CompiledPhase) {
    self.phase = phase
    isTold = Array(repeating: false, count: phase.code.count)
    ends = phase.code.indices.map { Self.ends(from: $0, phase) }
    known = Array(repeating: nil, count: phase.parts.count)
    for state in phase.code.indices { findTold(state) }
    for part in phase.parts.indices { shapes.append(shape(of: part)) }
  }

  private static func ends(from state: Int, _ phase: CompiledPhase) -> Bool {
    var stack = [state]
    var seen = Set<Int>()
    while let state = stack.popLast() {
      switch phase.code[state] {
      case .accept: return true
      case .fork(let first, let second):
        if seen.insert(state).inserted { stack += [first, second] }
      case .capture(_, _, let next): stack.append(next)
      case .token, .gap, .list, .annotation, .look, .except: break
      }
    }
    return false
  }

  private mutating func findTold(_ state: Int) {
    guard case .except(let inner, let veto, _) = phase.code[state] else { return }
    switch (shape(of: inner), shape(of: veto)) {
    case (.edge, .edge), (.edge(isToken: true), .first): isTold[state] = true
    default: break
    }
  }

  /// Parts lie inside one another as patterns do, so this ends.
  private mutating func shape(of part: Int) -> Shape {
    if let known = known[part] { return known }
    let result = shape(from: phase.parts[part])
    known[part] = result
    return result
  }

  private mutating func isToken(_ part: Int) -> Bool {
    if case .edge(isToken: true) = shape(of: part) { true } else { false }
  }

  private mutating func shape(from start: Int) -> Shape {
    var isToken = true
    var isEdge = true
    var stack = [(state: start, isPast: false)]
    var seen = Set<Int>()
    while let (state, isPast) = stack.popLast() {
      guard seen.insert(state * 2 + (isPast ? 1 : 0)).inserted else { continue }
      switch phase.code[state] {
      case .fork(let first, let second): stack += [(first, isPast), (second, isPast)]
      case .capture(_, _, let next): stack.append((next, isPast))
      case .look: return .open
      case .accept: if !isPast { return .open }
      case .except(let inner, _, let next):
        findTold(state)
        guard isTold[state] else { return .open }
        if isPast { isEdge = false } else { stack.append((next, true)) }
        if !self.isToken(inner) { isToken = false }
      case .token(_, _, let next), .gap(_, let next):
        if isPast { isEdge = false } else { stack.append((next, true)) }
      case .list(_, let next), .annotation(_, let next):
        if isPast { isEdge = false } else { stack.append((next, true)) }
        isToken = false
      }
    }
    return isEdge ? .edge(isToken: isToken) : .first
  }
}
