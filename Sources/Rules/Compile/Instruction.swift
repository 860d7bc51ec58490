import Text

/// One state of a compiled pattern.
enum Instruction: Sendable {
  /// Passes over one token that satisfies a test, to the next state.
  case token(test: Int, next: Int)
  /// Passes over a list entry whose row satisfies the conditions.
  case list(list: Int, conditions: [ColumnCondition], next: Int)
  /// Passes over an earlier annotation whose fields satisfy the conditions.
  case annotation(type: TypeID, conditions: [FieldCondition], next: Int)
  /// Goes on in any of the states; the earlier is preferred.
  case fork([Int])
  case capture(name: Int, isStart: Bool, next: Int)
  /// Goes on where the part that starts at `inner` does or does not match here.
  case look(isAhead: Bool, isNegated: Bool, inner: Int, next: Int)
  /// Passes over what the part at `inner` matches, unless the part at `veto` matches the same.
  case except(inner: Int, veto: Int, next: Int)
  /// The end of a part, or of the rule itself.
  case accept
}

/// A condition on a column of a list entry.
struct ColumnCondition: Sendable {
  var column: Int
  var test: ValueTest
}

/// A condition on a field of an annotation.
struct FieldCondition: Sendable {
  var field: Int
  var test: ValueTest
}

/// A test of a text value.
enum ValueTest: Sendable {
  case isOneOf(Set<String>)
  case isNoneOf(Set<String>)

  func holds(_ value: String?) -> Bool {
    switch self {
    case .isOneOf(let values): value.map(values.contains) ?? false
    case .isNoneOf(let values): !(value.map(values.contains) ?? false)
    }
  }
}
