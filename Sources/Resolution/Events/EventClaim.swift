import Language
import Rules
import Text

/// A claim of a pack with its words looked up: what the grammar of an event's clause says of the event.
struct EventClaim: Sendable {
  /// A condition: a property of the clause and what it may or may not be.
  struct Condition: Sendable {
    var property: ClaimCondition.Property
    var values: Set<String>
    /// The values as words.
    var words: Set<TokenID>
    var isNegated: Bool
  }

  let path: String
  let value: String
  let conditions: [Condition]

  init(_ claim: CompiledClaim, _ vocabulary: inout Vocabulary) {
    path = claim.path
    value = claim.value
    conditions = claim.conditions.map { condition in
      Condition(
        property: condition.property, values: condition.values,
        words: Set(condition.values.map { vocabulary.intern($0) }), isNegated: condition.isNegated)
    }
  }
}
