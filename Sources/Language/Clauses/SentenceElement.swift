package import Text

/// A sentence as the clause builder sees it: groups, connectives and marks in text order.
///
/// Every token of a sentence belongs to at most one element; tokens that play no part are `other`.
package struct SentenceElement: Sendable {
  package enum Kind: Sendable {
    /// A noun group: determiner, modifiers and head, or a name with its title.
    case nounGroup
    /// A verb group with its auxiliaries.
    case verbGroup
    case preposition
    /// A preposition that may be a conjunction as well ("after", "before"), until the text has decided.
    case prepositionOrSubordinator
    /// The clitic that makes the noun group before it the possessor of the one after it.
    case possessive
    /// `and`, `or`, `but` and the like.
    case coordinator
    /// `that`, `because`, `if` and the like.
    case subordinator
    case relativePronoun
    /// A relative pronoun that owns the noun group behind it ("whose envoy").
    case owningRelative
    /// A time expression that no preposition governs.
    case time
    case adverb
    case comma
    case quotationMark
    /// A mark that ends a clause: semicolon, colon, dash, bracket.
    case boundary
    case other
  }

  package var kind: Kind
  package var tokens: TokenRange
  /// The lemma of a group's head or of the word itself.
  package var lemma: TokenID
  /// The group is a name, not a common noun.
  package var isName = false
  /// What a verb group says; nil for all else.
  package var verb: VerbGroup?

  var isFiniteVerb: Bool { verb?.form == .finite }
}
