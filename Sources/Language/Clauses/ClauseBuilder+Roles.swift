import Text

extension ClauseBuilder {
  /// Gives a phrase its role: oblique under a preposition, object after a verb, else it waits for a verb.
  mutating func take(_ phrase: PhraseID, before next: Int) {
    let isGoverned = state.preposition != nil
    defer {
      state.chain = isGoverned ? state.chain + [phrase] : [phrase]
      state.last = phrase
      state.preposition = nil
      state.afterComma = false
      state.afterCoordinator = false
    }
    if let preposition = state.preposition, leadsNewClause(next) {
      state.leadingObliques.append(Oblique(preposition: preposition, phrase: phrase))
    } else if let preposition = state.preposition {
      attach(Oblique(preposition: preposition, phrase: phrase))
    } else if let clause = state.clause, state.waiting == nil,
      !startsClause(next) || isInsideOfWaiting
    {
      if state.afterCoordinator, repeatsObject(clause) {
        let copy = repeatVerb(of: clause)
        structure.clauses[copy.rawValue].objects = [phrase]
        extend(copy, over: structure[phrase].tokens)
      } else if state.afterComma || state.afterCoordinator || takesNoMoreObjects(clause) {
        state.waiting = phrase
      } else if tables.clauseTaking.contains(structure[clause].lemma), !isInsideOfWaiting {
        state.waiting = phrase
        state.objectOf = clause
      } else {
        structure.clauses[clause.rawValue].objects.append(phrase)
        extend(clause, over: structure[phrase].tokens)
      }
    } else {
      settleWaiting()
      state.waiting = phrase
    }
  }

  /// No verb has come for the phrase that waits behind a verb that may take a clause: it is that verb's object.
  mutating func settleWaiting() {
    guard let clause = state.objectOf, let phrase = state.waiting else { return }
    structure.clauses[clause.rawValue].objects.append(phrase)
    structure.clauses[clause.rawValue].obliques += state.pendingObliques
    structure.clauses[clause.rawValue].adjuncts += state.pendingAdjuncts
    extend(clause, over: structure[phrase].tokens)
    for oblique in state.pendingObliques { extend(clause, over: structure[oblique.phrase].tokens) }
    for tokens in state.pendingAdjuncts { extend(clause, over: tokens) }
    state.waiting = nil
    state.objectOf = nil
    state.pendingObliques = []
    state.pendingAdjuncts = []
  }

  /// A verb takes two objects at most ("gave the envoy a letter"), and none after an oblique of its own.
  private func takesNoMoreObjects(_ id: ClauseID) -> Bool {
    let clause = structure[id]
    guard let last = clause.obliques.last else { return clause.objects.count >= 2 }
    return clause.objects.count >= 2 || structure[last.phrase].tokens.start > clause.verb.start
  }

  /// The verb has an object and something of its own behind it, so that a further object begins anew.
  private func repeatsObject(_ id: ClauseID) -> Bool {
    let clause = structure[id]
    guard let object = clause.objects.last.map({ structure[$0].tokens }) else { return false }
    return clause.adjuncts.contains { $0.start >= object.end && $0.start > clause.verb.start }
      && structure[id].group.form != .participle
  }

  /// A preposition comes again behind a date: "with Putin on Monday and with Kim on Tuesday".
  private func repeatsOblique(_ oblique: Oblique, _ id: ClauseID) -> Bool {
    let clause = structure[id]
    guard
      let earlier = clause.obliques.last(where: { $0.preposition == oblique.preposition })
        .map({ structure[$0.phrase].tokens }), earlier.start > clause.verb.start
    else { return false }
    return clause.adjuncts.contains { $0.start >= earlier.end }
  }

  /// The clause stands between a subject and its verb, so that the next finite verb is that subject's.
  var isInsideOfWaiting: Bool {
    guard let outer = interrupted.last else { return false }
    return outer.waiting != nil && state.clause != outer.clause
  }

  /// Whether a finite verb follows, adverbs apart: the phrase before it is its subject.
  private func startsClause(_ index: Int) -> Bool {
    var next = index
    while next < min(elements.count, index + 3), elements[next].kind == .adverb { next += 1 }
    return next < elements.count && elements[next].verb?.form == .finite
  }

  /// An oblique belongs to the phrase right before its preposition, to the clause too, and to the clause to come
  /// where no verb has been read.
  private mutating func attach(_ oblique: Oblique) {
    if let last = state.last, isAdjacent(structure[last].tokens, oblique) {
      let isTight = tables.tightPrepositions.contains(oblique.preposition)
      if isTight { state.tight.insert(oblique.phrase) }
      for owner in isTight ? [last] : state.chain.suffix(Self.longestChain).reversed() {
        guard let head = structure[owner].heads.indices.last else { continue }
        structure.phrases[owner.rawValue].heads[head].complements.append(oblique)
        // What follows a common noun is its own: only names are passed over, and what such a noun is of ("a meeting
        // of envoys in Geneva").
        if !structure[owner].heads[head].isName, !state.tight.contains(owner) { break }
      }
    }
    if var clause = state.clause, state.waiting == nil {
      if state.afterCoordinator, repeatsOblique(oblique, clause) { clause = repeatVerb(of: clause) }
      structure.clauses[clause.rawValue].obliques.append(oblique)
      extend(clause, over: structure[oblique.phrase].tokens)
    } else if state.waiting == nil {
      state.leadingObliques.append(oblique)
    } else {
      state.pendingObliques.append(oblique)
    }
  }

  /// Whether only the preposition stands between a phrase and the oblique.
  private func isAdjacent(_ tokens: TokenRange, _ oblique: Oblique) -> Bool {
    structure[oblique.phrase].tokens.start - tokens.end <= Self.longestPreposition
  }

  /// Phrases of a chain that one complement may belong to ("a meeting in Geneva on Friday with Sato").
  private static var longestChain: Int { 4 }

  /// Tokens of the longest preposition ("in front of").
  private static var longestPreposition: Int { 3 }

  /// "…, and on Saturday he was in Samoa": what stands behind a coordinator and before a subject with its verb opens
  /// the clause to come.
  private func leadsNewClause(_ next: Int) -> Bool {
    guard state.afterCoordinator, state.waiting == nil, next < elements.count else { return false }
    let start = elements[next].kind == .comma ? next + 1 : next
    guard start < elements.count, phraseAt[start] != nil else { return false }
    return startsClause(skipTo[start])
  }

  mutating func addAdjunct(_ tokens: TokenRange, before next: Int) {
    if leadsNewClause(next) {
      state.leadingAdjuncts.append(tokens)
    } else if let clause = state.clause, state.waiting == nil {
      structure.clauses[clause.rawValue].adjuncts.append(tokens)
      extend(clause, over: tokens)
    } else if state.objectOf != nil {
      state.pendingAdjuncts.append(tokens)
    } else {
      state.leadingAdjuncts.append(tokens)
    }
  }

  private mutating func extend(_ clause: ClauseID, over tokens: TokenRange) {
    let hull = structure[clause].tokens.hull(tokens)
    structure.clauses[clause.rawValue].tokens = hull
  }
}
