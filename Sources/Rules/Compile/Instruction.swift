import Text

/// One state of a compiled pattern; numbers of states are indices into the code of a phase.
enum Instruction: Sendable {
  /// Passes over one token that satisfies a test; `isGlued` where nothing may be skipped before it.
  case token(test: Int, isGlued: Bool, next: Int)
  /// Passes over one token of a gap.
  case gap(test: Int, next: Int)
  /// Passes over a list entry; `edge` is one of the program's list edges.
  case list(edge: Int, next: Int)
  /// Passes over an earlier annotation; `edge` is one of the program's annotation edges.
  case annotation(edge: Int, next: Int)
  /// Goes on in both states; the first is preferred.
  case fork(Int, Int)
  case capture(name: Int, isStart: Bool, next: Int)
  /// Goes on where the part does or does not match here.
  case look(part: Int, isAhead: Bool, isNegated: Bool, next: Int)
  /// Passes over what the part `inner` matches, unless the part `veto` matches the same.
  case except(inner: Int, veto: Int, next: Int)
  /// The end of a rule, or of a part (`rule` is -1).
  case accept(rule: Int)

  /// The next state of one that passes over something, nil for others.
  var passedTo: Int? {
    switch self {
    case .token(_, _, let next), .gap(_, let next), .list(_, let next), .annotation(_, let next),
      .except(_, _, let next):
      next
    case .fork, .capture, .look, .accept: nil
    }
  }

  /// The states in which the same pattern goes on.
  var nextStates: [Int] {
    switch self {
    case .token(_, _, let next), .gap(_, let next), .list(_, let next), .annotation(_, let next),
      .capture(_, _, let next), .look(_, _, _, let next), .except(_, _, let next):
      [next]
    case .fork(let first, let second): [first, second]
    case .accept: []
    }
  }
}

/// An entry of a list whose row satisfies conditions.
struct ListEdge: Sendable, Hashable {
  var list: Int
  var conditions: [ColumnCondition]
}

/// An annotation of a type whose fields satisfy conditions.
struct AnnotationEdge: Sendable, Hashable {
  var type: TypeID
  var conditions: [FieldCondition]
}

/// A condition on a column of a list entry.
struct ColumnCondition: Sendable, Hashable {
  var column: String
  var test: ValueTest
}

/// A condition on a field of an annotation.
struct FieldCondition: Sendable, Hashable {
  var field: Int
  var test: ValueTest
}

/// A test of a text value.
enum ValueTest: Sendable, Hashable {
  case isOneOf(Set<String>)
  case isNoneOf(Set<String>)
  case matches(TokenRegex)

  func holds(_ value: String?) -> Bool {
    switch self {
    case .isOneOf(let values): value.map(values.contains) ?? false
    case .isNoneOf(let values): !(value.map(values.contains) ?? false)
    case .matches(let regex): value.map(regex.matches) ?? false
    }
  }
}
