/// A time expression of the body with the tense of its clause.
package struct TimeMention: Sendable, Hashable {
  package var expression: TimeExpression
  package var tense: TimeTense

  package init(_ expression: TimeExpression, tense: TimeTense = .unknown) {
    self.expression = expression
    self.tense = tense
  }
}
