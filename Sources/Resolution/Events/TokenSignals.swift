import Language
import Rules
import Text

/// What a token, or all tokens of a sentence, may mean for events.
struct TokenSignals: Hashable {
  /// Triggers of which it may be the verb.
  var verbs = TriggerSet()
  /// Triggers of which it may be the preposition.
  var prepositions = TriggerSet()
  /// Triggers of which the pattern may end in it.
  var patterns = TriggerSet()
  /// Triggers of which it may be the preposition of a slot that must be filled, and that of the place that they need.
  var fillers = TriggerSet()
  var places = TriggerSet()
  var roles = EventWords.Roles()

  var isEmpty: Bool {
    self == TokenSignals()
  }

  mutating func formUnion(_ other: TokenSignals) {
    verbs.formUnion(other.verbs)
    prepositions.formUnion(other.prepositions)
    patterns.formUnion(other.patterns)
    fillers.formUnion(other.fillers)
    places.formUnion(other.places)
    roles.formUnion(other.roles)
  }
}
