package import Text

/// What a language pack says about verbs and connectives that shape clauses, looked up by the id of a word.
package struct ClauseTables: Sendable {
  /// What a word does to the clause that it stands in.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// A verb whose infinitive belongs to its object ("urged Kenya to talk").
    static let objectControl = Traits(rawValue: 1)
    /// A verb that takes a clause without a connective ("said Sun met Pak").
    static let clauseTaking = Traits(rawValue: 2)
    /// A preposition that binds to the noun right before it and to no other ("envoys of Kenya").
    static let tight = Traits(rawValue: 4)
    /// A relative pronoun for people; others speak of a thing ("a summit between A and B that …").
    static let personal = Traits(rawValue: 8)
    /// A conjunction that opens what a verb of saying takes ("that").
    static let complementizer = Traits(rawValue: 16)
  }

  /// By id, up to the highest that has any.
  private var traits: [Traits] = []

  /// The tables of lemmas and folded words; room grows with the highest of their ids.
  package init(
    objectControl: Set<TokenID>, clauseTaking: Set<TokenID>, tightPrepositions: Set<TokenID>,
    personalRelatives: Set<TokenID>, complementizers: Set<TokenID> = []
  ) {
    add(.objectControl, to: objectControl)
    add(.clauseTaking, to: clauseTaking)
    add(.tight, to: tightPrepositions)
    add(.personal, to: personalRelatives)
    add(.complementizer, to: complementizers)
  }

  private mutating func add(_ trait: Traits, to words: Set<TokenID>) {
    for word in words {
      let place = Int(word.rawValue)
      if traits.count <= place { traits += repeatElement([], count: place + 1 - traits.count) }
      traits[place].insert(trait)
    }
  }

  /// Whether a lemma or folded word has a trait. O(1).
  func has(_ word: TokenID, _ trait: Traits) -> Bool {
    let place = Int(word.rawValue)
    return place < traits.count && traits[place].contains(trait)
  }
}
