import Text

extension ClauseBuilder {
  /// Opens the clause of a verb group and gives it its subject.
  mutating func open(_ verb: VerbGroup, _ element: SentenceElement) {
    // "announced a visit to discuss trade": an infinitive leaves the phrase before it an object.
    if verb.form != .finite { settleWaiting() }
    if verb.form == .finite, state.waiting == nil, isInsideOfWaiting,
      let outer = interrupted.popLast()
    {
      state = outer
    }
    let (subject, relation, isShared) = subject(of: verb, at: element.tokens)
    if verb.form != .finite, state.waiting != nil { interrupted.append(state) }
    var clause = Clause(
      relation: relation, governor: state.clause, marker: state.marker ?? state.preposition,
      verb: element.tokens, lemma: element.lemma, group: verb, subject: subject,
      tokens: element.tokens)
    clause.isSubjectShared = isShared
    if verb.form == .infinitive { clause.carrier = carrier(at: element.tokens.start) }
    if let subject, !isShared { clause.tokens = clause.tokens.hull(structure[subject].tokens) }
    var own = Arguments()
    obliques.append(state.leadingObliques, to: &own.obliques)
    if let antecedent = state.antecedent, verb.form == .finite, subject != antecedent {
      objects.append(antecedent, to: &own.objects)
    }
    adjuncts.append(state.leadingAdjuncts, to: &own.adjuncts)
    adjuncts.append(state.pendingAdjuncts, to: &own.adjuncts)
    let id = ClauseID(structure.clauses.count)
    structure.clauses.append(clause)
    arguments.append(own)
    if verb.form == .finite, let subject, state.clause == nil || !isShared {
      giveSubject(subject, toClausesBefore: id)
    }
    state = State(clause: id)
  }

  /// "After speaking by phone, Obama and Merkel …": an opening clause without a subject has that of the main clause.
  private mutating func giveSubject(_ subject: PhraseID, toClausesBefore id: ClauseID) {
    for index in (0..<id.rawValue).reversed() {
      let clause = structure.clauses[index]
      guard clause.subject == nil, clause.group.form != .finite else { return }
      structure.clauses[index].subject = subject
      structure.clauses[index].isSubjectShared = true
    }
  }

  private func subject(
    of verb: VerbGroup, at tokens: TokenRange
  ) -> (PhraseID?, Clause.Relation, isShared: Bool) {
    switch verb.form {
    case .finite: finiteSubject()
    case .infinitive: (passiveSubject(verb, at: tokens) ?? controller(), .infinitive, true)
    case .gerund: (governingSubject(), .participial, true)
    case .participle: (state.waiting ?? state.last, .participial, true)
    }
  }

  /// The phrase that ends right before an infinitive.
  private func carrier(at start: Int) -> PhraseID? {
    if let waiting = state.waiting, structure[waiting].tokens.end == start { return waiting }
    guard let last = state.last, structure[last].tokens.end == start else { return nil }
    return last
  }

  /// "A summit to be held in June": what a passive infinitive stands right behind is what it is about.
  private func passiveSubject(_ verb: VerbGroup, at tokens: TokenRange) -> PhraseID? {
    guard verb.voice == .passive, let last = state.last, structure[last].tokens.end == tokens.start
    else { return nil }
    return last
  }

  private func finiteSubject() -> (PhraseID?, Clause.Relation, isShared: Bool) {
    if let waiting = state.waiting {
      let isOpen = state.marker.map { tables.has($0, .complementizer) } ?? true
      return (waiting, isOpen ? mainRelation : .adverbial, false)
    }
    return (finiteGovernor()?.subject, state.clause == nil ? .main : .coordinated, true)
  }

  /// "Urged the embassy to reconsider and spoke to Sato": a finite verb goes on with a finite one.
  private func finiteGovernor() -> Clause? {
    var next = state.clause
    while let id = next, structure[id].group.form != .finite, let outer = structure[id].governor {
      next = outer
    }
    return next.map { structure[$0] }
  }

  private var mainRelation: Clause.Relation {
    guard let clause = state.clause else { return .main }
    if tables.has(structure[clause].lemma, .clauseTaking) { return .complement }
    return state.afterCoordinator ? .coordinated : .main
  }

  /// The subject of the clause that governs the next verb.
  private func governingSubject() -> PhraseID? {
    state.waiting ?? state.clause.flatMap { structure[$0].subject }
  }

  /// Who acts in an infinitive: the governing verb's object where that verb says so, else its subject.
  private func controller() -> PhraseID? {
    guard let clause = state.clause else { return state.waiting }
    let governing = structure[clause]
    if tables.has(governing.lemma, .objectControl),
      let object = objects.first(of: arguments[clause.rawValue].objects)
    {
      return object
    }
    return governing.subject
  }

  /// "…, who met X, …": the last phrase is the antecedent, and the clause around it waits.
  mutating func startRelative(_ element: SentenceElement) {
    guard let antecedent = antecedent(of: element.lemma) else { return }
    interrupted.append(state)
    state = State(
      clause: state.clause, waiting: antecedent, antecedent: antecedent, marker: element.lemma)
  }

  /// The last phrase for people, for things the common noun that the last phrases hang on.
  private func antecedent(of pronoun: TokenID) -> PhraseID? {
    guard !tables.has(pronoun, .personal) else { return state.last ?? state.waiting }
    var next = state.chainEnd
    while let phrase = next {
      let heads = structure.heads(of: phrase)
      if heads.count == 1, heads.allSatisfy({ !$0.isName }) { return phrase }
      next = links[phrase.rawValue].previous
    }
    return state.last ?? state.waiting
  }

  /// "met Putin on Monday and Kim on Tuesday": the verb again, with another object and what follows it.
  mutating func repeatVerb(of clause: ClauseID) -> ClauseID {
    var copy = structure[clause]
    copy.relation = .coordinated
    copy.governor = clause
    copy.isSubjectShared = true
    copy.tokens = copy.verb
    let id = ClauseID(structure.clauses.count)
    structure.clauses.append(copy)
    arguments.append(Arguments())
    state = State(clause: id)
    return id
  }

  /// A comma ends a relative clause whose verb has been read; else it only parts phrases.
  mutating func readComma(at index: Int) {
    if let outer = interrupted.last, state.clause != outer.clause, outer.waiting != nil {
      state = outer
      interrupted.removeLast()
    }
    settleWaiting()
    state.preposition = nil
    state.afterComma = true
  }

  mutating func endClauses() {
    settleWaiting()
    interrupted.removeAll()
    state = State(last: state.last)
  }
}
