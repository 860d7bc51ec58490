package import Text

/// Index of a noun phrase in a sentence's `ClauseStructure.phrases`.
package struct PhraseID: Sendable, Hashable, Comparable {
  package let rawValue: Int

  package init(_ rawValue: Int) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One noun group, or several that are coordinated and so fill one role together.
package struct NounPhrase: Sendable, Hashable {
  /// From the first head to the last, appositions included.
  package var tokens: TokenRange
  /// The coordinated members, in text order; an apposition is no member.
  package var heads: [Head]

  /// One member of a phrase.
  package struct Head: Sendable, Hashable {
    package var tokens: TokenRange
    package var lemma: TokenID
    package var isName = false
    /// Noun groups beside the head that name the same thing ("Wang Yi, the foreign minister").
    package var appositions: [TokenRange] = []
    /// The phrase before a possessive clitic ("Japan's minister").
    package var possessor: PhraseID?
    /// Prepositional complements that directly follow ("talks with Japan on trade").
    package var complements: [Oblique] = []
  }
}

/// A phrase under a preposition.
package struct Oblique: Sendable, Hashable {
  package var preposition: TokenID
  package var phrase: PhraseID
}
