/// One way on from a state, as the binding of captures sees it.
struct Step {
  /// What was passed over.
  enum Edge: Hashable {
    case token(test: Int)
    case entry(list: Int, row: Int)
    case annotation(AnnotationID)
    /// What a part matched, which has ways of its own.
    case part(Int)
  }

  var next: Int
  var end: Int
  /// Nil where nothing of the pattern is passed over.
  var edge: Edge?
  /// Tokens passed over that belong to no element: of gaps and of what is skipped.
  var skipped = 0
}
