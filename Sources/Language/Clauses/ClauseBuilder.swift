import Text

/// Finds the clauses of a sentence: which phrase is whose subject, object or oblique.
///
/// One pass from left to right; each element is looked at a bounded number of times. Roles are given once: a phrase
/// under a preposition or taken as an object is nobody's subject. One per worker, as it keeps its arrays.
struct ClauseBuilder {
  /// A clause that may still take objects and obliques, and the phrase that waits for a verb.
  struct State {
    var clause: ClauseID?
    var waiting: PhraseID?
    /// The waiting phrase is this clause's object where no verb comes for it ("announced a visit").
    var objectOf: ClauseID?
    /// Obliques and adjuncts read while it waits.
    var pendingObliques = ItemPool<Oblique>.List()
    var pendingAdjuncts = ItemPool<TokenRange>.List()
    /// The antecedent of a relative clause, its object where another phrase is its subject.
    var antecedent: PhraseID?
    var preposition: TokenID?
    var marker: TokenID?
    var afterCoordinator = false
    var afterComma = false
    /// The last phrase that was placed: an antecedent of a relative pronoun, an owner of complements.
    var last: PhraseID?
    /// The last of the phrases that each stand under a preposition behind the one before it.
    var chainEnd: PhraseID?
    /// The phrase that is being placed stands under a tight preposition.
    var isTight = false
    var leadingObliques = ItemPool<Oblique>.List()
    var leadingAdjuncts = ItemPool<TokenRange>.List()
  }

  /// What a clause governs, while it may still grow.
  struct Arguments {
    var objects = ItemPool<PhraseID>.List()
    var obliques = ItemPool<Oblique>.List()
    var adjuncts = ItemPool<TokenRange>.List()
  }

  /// A phrase in a chain: the one before it, and whether a tight preposition governs it.
  struct Link {
    var previous: PhraseID?
    var isTight = false
  }

  let tables: ClauseTables
  private(set) var elements: [SentenceElement] = []
  var structure = ClauseStructure()
  private var phrases: PhraseBuilder
  var objects = ItemPool<PhraseID>()
  var obliques = ItemPool<Oblique>()
  var adjuncts = ItemPool<TokenRange>()
  /// By clause, by head and by phrase.
  var arguments: [Arguments] = []
  var complements: [ItemPool<Oblique>.List] = []
  var links: [Link] = []
  var state = State()
  /// Clauses that a relative, infinitive or participial clause interrupted, with the phrase that waits for their verb.
  var interrupted: [State] = []

  init(tables: ClauseTables) {
    self.tables = tables
    phrases = PhraseBuilder(tables: tables)
  }

  /// Builds the clauses of one sentence in place of what `structure` held. Linear in the number of elements.
  mutating func build(_ elements: [SentenceElement], into structure: inout ClauseStructure) {
    structure.removeAll()
    phrases.build(elements, into: &structure)
    begin(structure)
    swap(&self.structure, &structure)
    self.elements = elements
    run()
    finish()
    self.elements = []
    swap(&self.structure, &structure)
  }

  /// The phrase that starts at an element, and the element behind it.
  func placed(_ index: Int) -> PhraseBuilder.Placed? { phrases.placed[index] }

  private mutating func begin(_ structure: ClauseStructure) {
    objects.removeAll()
    obliques.removeAll()
    adjuncts.removeAll()
    arguments.removeAll(keepingCapacity: true)
    complements.removeAll(keepingCapacity: true)
    complements.append(contentsOf: repeatElement(.init(), count: structure.heads.count))
    links.removeAll(keepingCapacity: true)
    links.append(contentsOf: repeatElement(Link(), count: structure.phrases.count))
    interrupted.removeAll(keepingCapacity: true)
    state = State()
  }

  private mutating func run() {
    var index = 0
    while index < elements.count {
      if let placed = placed(index) {
        take(placed.phrase, before: placed.end)
        index = placed.end
      } else {
        read(elements[index], at: index)
        index += 1
      }
    }
    settleWaiting()
  }

  private mutating func read(_ element: SentenceElement, at index: Int) {
    switch element.kind {
    case .verbGroup: if let verb = element.verb { open(verb, element) }
    case .preposition, .prepositionOrSubordinator: state.preposition = element.lemma
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

  /// Lays the lists of clauses and heads out in the structure.
  private mutating func finish() {
    for index in structure.clauses.indices {
      let own = arguments[index]
      structure.clauses[index].objects = objects.copy(own.objects, to: &structure.objects)
      structure.clauses[index].obliques = obliques.copy(own.obliques, to: &structure.obliques)
      structure.clauses[index].adjuncts = adjuncts.copy(own.adjuncts, to: &structure.adjuncts)
    }
    for index in complements.indices where !complements[index].isEmpty {
      structure.heads[index].complements = obliques.copy(
        complements[index], to: &structure.complements)
    }
  }
}
