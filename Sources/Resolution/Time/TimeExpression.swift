package import Text

/// A stretch of text that tells a time, read but not resolved.
package struct TimeExpression: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case date, duration, set
  }

  /// What the preposition before it says; `at` is also a bare "Friday".
  package enum Relation: String, Sendable, Hashable, CaseIterable {
    case at, since, until, by, before, after
  }

  /// The tokens without the preposition: "Friday" of "on Friday"; an article counts: "the next day".
  package var tokens: TokenRange
  package var value: TimeValue
  package var relation: Relation
  /// A preposition stands before it.
  package var hasPreposition: Bool

  package init(
    tokens: TokenRange, value: TimeValue, relation: Relation = .at, hasPreposition: Bool = false
  ) {
    self.tokens = tokens
    self.value = value
    self.relation = relation
    self.hasPreposition = hasPreposition
  }

  /// The days of a stay, where the expression is a length of days ("three-day"); nil for others, and for one.
  var days: Int? {
    guard case .duration(let count, .day) = value, (2...Self.longestStay).contains(count) else {
      return nil
    }
    return count
  }

  private static let longestStay = 31

  package var kind: Kind {
    switch value {
    case .duration: .duration
    case .repeated: .set
    default: .date
    }
  }
}
