package import Text

/// The clauses and noun phrases of one sentence.
///
/// What belongs to a clause or a head are stretches of flat arrays, so that one value is filled anew for sentence after
/// sentence without any allocation.
package struct ClauseStructure: Sendable, Hashable {
  package internal(set) var phrases: [NounPhrase] = []
  package internal(set) var clauses: [Clause] = []
  var heads: [NounPhrase.Head] = []
  var appositions: [TokenRange] = []
  var complements: [Oblique] = []
  var objects: [PhraseID] = []
  var obliques: [Oblique] = []
  var adjuncts: [TokenRange] = []

  package init() {}

  package subscript(id: PhraseID) -> NounPhrase { phrases[id.rawValue] }
  package subscript(id: ClauseID) -> Clause { clauses[id.rawValue] }
  package subscript(id: HeadID) -> NounPhrase.Head { heads[id.rawValue] }

  /// The coordinated members of a phrase, in text order; an apposition is no member.
  package func heads(of phrase: PhraseID) -> ArraySlice<NounPhrase.Head> {
    heads[phrases[phrase.rawValue].heads]
  }

  /// The same by their ids.
  package func headIDs(of phrase: PhraseID) -> some RandomAccessCollection<HeadID> {
    phrases[phrase.rawValue].heads.lazy.map { HeadID($0) }
  }

  /// Noun groups beside a head that name the same thing ("Wang Yi, the foreign minister").
  package func appositions(of head: NounPhrase.Head) -> ArraySlice<TokenRange> {
    appositions[head.appositions]
  }

  /// Prepositional complements that directly follow a head ("talks with Japan on trade").
  package func complements(of head: NounPhrase.Head) -> ArraySlice<Oblique> {
    complements[head.complements]
  }

  package func objects(of clause: Clause) -> ArraySlice<PhraseID> { objects[clause.objects] }

  package func obliques(of clause: Clause) -> ArraySlice<Oblique> { obliques[clause.obliques] }

  /// Time expressions without a preposition, and adverbs.
  package func adjuncts(of clause: Clause) -> ArraySlice<TokenRange> { adjuncts[clause.adjuncts] }

  mutating func removeAll() {
    phrases.removeAll(keepingCapacity: true)
    clauses.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    appositions.removeAll(keepingCapacity: true)
    complements.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    obliques.removeAll(keepingCapacity: true)
    adjuncts.removeAll(keepingCapacity: true)
  }
}
