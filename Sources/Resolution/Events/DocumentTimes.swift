import Text

/// The time expressions of a document's body, in text order, each looked up by its tokens.
package struct DocumentTimes: Sendable {
  package let expressions: [TimeExpression]
  /// The document's date, or the days that it may have.
  package let documentDate: DateInterval?

  package init(expressions: [TimeExpression], documentDate: DateInterval?) {
    self.expressions = expressions
    self.documentDate = documentDate
  }

  /// The dates that lie inside a stretch of tokens.
  func dates(inside tokens: TokenRange) -> ArraySlice<TimeExpression> {
    let first = expressions.partitioningIndex { $0.tokens.start >= tokens.start }
    let last = expressions.partitioningIndex { $0.tokens.start >= tokens.end }
    return expressions[first..<max(first, last)]
  }
}
