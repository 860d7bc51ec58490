package import Text

/// What a language pack says about verbs and connectives that shape clauses.
package struct ClauseTables: Sendable {
  /// Lemmas of verbs whose infinitive belongs to their object ("urged Kenya to talk").
  package var objectControl: Set<TokenID>
  /// Lemmas of verbs that take a clause without a connective ("said Sun met Pak").
  package var clauseTaking: Set<TokenID>
  /// Prepositions that bind to the noun right before them and to no other ("envoys of Kenya").
  package var tightPrepositions: Set<TokenID>
  /// Relative pronouns for people; others speak of a thing ("a summit between A and B that …").
  package var personalRelatives: Set<TokenID>
  /// Conjunctions that open what a verb of saying takes ("that").
  package var complementizers: Set<TokenID>

  package init(
    objectControl: Set<TokenID>, clauseTaking: Set<TokenID>, tightPrepositions: Set<TokenID>,
    personalRelatives: Set<TokenID>, complementizers: Set<TokenID> = []
  ) {
    self.objectControl = objectControl
    self.clauseTaking = clauseTaking
    self.tightPrepositions = tightPrepositions
    self.personalRelatives = personalRelatives
    self.complementizers = complementizers
  }
}

/// Finds the clauses of a sentence: which phrase is whose subject, object or oblique.
///
/// One pass from left to right; each element is looked at a bounded number of times. Roles are given once: a phrase
/// under a preposition or taken as an object is nobody's subject.
package struct ClauseBuilder {
  /// A clause that may still take objects and obliques, and the phrase that waits for a verb.
  struct State {
    var clause: ClauseID?
    var waiting: PhraseID?
    /// The waiting phrase is this clause's object where no verb comes for it ("announced a visit").
    var objectOf: ClauseID?
    /// Obliques and adjuncts read while it waits.
    var pendingObliques: [Oblique] = []
    var pendingAdjuncts: [TokenRange] = []
    /// The antecedent of a relative clause, its object where another phrase is its subject.
    var antecedent: PhraseID?
    var preposition: TokenID?
    var marker: TokenID?
    var afterCoordinator = false
    var afterComma = false
    /// The last phrase that was placed: an antecedent of a relative pronoun, an owner of complements.
    var last: PhraseID?
    /// The phrases that end with `last`, each under a preposition behind the one before it.
    var chain: [PhraseID] = []
    /// The phrases of the chain that a tight preposition governs.
    var tight: Set<PhraseID> = []
    var leadingObliques: [Oblique] = []
    var leadingAdjuncts: [TokenRange] = []
  }

  let tables: ClauseTables
  let elements: [SentenceElement]
  var structure = ClauseStructure()
  var phraseAt: [PhraseID?]
  var skipTo: [Int]
  var state = State()
  /// Clauses that a relative, infinitive or participial clause interrupted, with the phrase that waits for their verb.
  var interrupted: [State] = []

  /// Builds the clauses of one sentence. Linear in the number of elements.
  package static func build(
    _ elements: [SentenceElement], tables: ClauseTables
  ) -> ClauseStructure {
    var builder = ClauseBuilder(elements: elements, tables: tables)
    builder.run()
    return builder.structure
  }

  private init(elements: [SentenceElement], tables: ClauseTables) {
    self.elements = elements
    self.tables = tables
    var phrases = PhraseBuilder(elements: elements, clauseTaking: tables.clauseTaking)
    phrases.build()
    structure.phrases = phrases.phrases
    phraseAt = Array(repeating: nil, count: elements.count)
    skipTo = Array(1..<(elements.count + 1))
    for placed in phrases.placed {
      phraseAt[placed.elements.lowerBound] = placed.phrase
      skipTo[placed.elements.lowerBound] = placed.elements.upperBound
    }
  }

  private mutating func run() {
    var index = 0
    while index < elements.count {
      if let phrase = phraseAt[index] {
        take(phrase, before: skipTo[index])
        index = skipTo[index]
      } else {
        read(elements[index], at: index)
        index += 1
      }
    }
    settleWaiting()
  }

  private mutating func read(_ element: SentenceElement, at index: Int) {
    switch element.kind {
    case .verbGroup(let verb): open(verb, element)
    case .preposition: state.preposition = element.lemma
    case .coordinator: state.afterCoordinator = true
    case .subordinator:
      settleWaiting()
      state.marker = element.lemma
      state.waiting = nil
    case .relativePronoun: startRelative(element)
    case .owningRelative:
      interrupted.append(state)
      state = State(clause: state.clause, marker: element.lemma)
    case .time:
      state.preposition = nil
      addAdjunct(element.tokens, before: index + 1)
    case .adverb: addAdjunct(element.tokens, before: index + 1)
    case .comma: readComma(at: index)
    case .boundary: endClauses()
    case .nounGroup, .possessive, .quotationMark, .other: break
    }
  }
}
