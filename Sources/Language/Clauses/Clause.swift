package import Text

/// Index of a clause in a sentence's `ClauseStructure.clauses`.
package struct ClauseID: Sendable, Hashable, Comparable {
  package let rawValue: Int

  package init(_ rawValue: Int) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A verb with what it governs: the unit that event frames read.
package struct Clause: Sendable, Hashable {
  /// How a clause hangs on the one that governs it.
  package enum Relation: String, Sendable, Hashable, CaseIterable {
    case main, coordinated, relative, complement, adverbial, infinitive, participial
  }

  package var relation: Relation
  package var governor: ClauseID?
  /// The conjunction or preposition that opens the clause, if any.
  package var marker: TokenID?
  package var verb: TokenRange
  package var lemma: TokenID
  package var group: VerbGroup
  package var subject: PhraseID?
  /// The noun phrase that an infinitive says more of ("her request to see Sato").
  package var carrier: PhraseID?
  /// The subject stands elsewhere and is shared with the governing clause.
  package var isSubjectShared = false
  /// Where the sentence's structure keeps what the clause governs.
  var objects = 0..<0
  var obliques = 0..<0
  var adjuncts = 0..<0
  /// From the first token that belongs to the clause to the last.
  package var tokens: TokenRange
}
