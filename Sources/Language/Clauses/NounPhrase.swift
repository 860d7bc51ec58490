package import Text

/// Index of a noun phrase in a sentence's `ClauseStructure.phrases`.
package struct PhraseID: Sendable, Hashable, Comparable {
  package let rawValue: Int

  package init(_ rawValue: Int) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Index of a head among those of all noun phrases of a sentence.
package struct HeadID: Sendable, Hashable {
  package let rawValue: Int

  package init(_ rawValue: Int) { self.rawValue = rawValue }
}

/// One noun group, or several that are coordinated and so fill one role together.
package struct NounPhrase: Sendable, Hashable {
  /// From the first head to the last, appositions included.
  package var tokens: TokenRange
  /// Where the sentence's structure keeps the heads.
  var heads: Range<Int>

  /// How many are coordinated.
  package var headCount: Int { heads.count }

  /// One member of a phrase.
  package struct Head: Sendable, Hashable {
    package var tokens: TokenRange
    package var lemma: TokenID
    package var isName = false
    /// The phrase before a possessive clitic ("Japan's minister").
    package var possessor: PhraseID?
    /// Where the sentence's structure keeps what belongs to the head.
    var appositions = 0..<0
    var complements = 0..<0
  }
}

/// A phrase under a preposition.
package struct Oblique: Sendable, Hashable {
  package var preposition: TokenID
  package var phrase: PhraseID
}
