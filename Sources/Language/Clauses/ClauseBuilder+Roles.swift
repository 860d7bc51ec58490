import Text

extension ClauseBuilder {
  /// Gives a phrase its role: oblique under a preposition, object after a verb, else it waits for a verb.
  mutating func take(_ phrase: PhraseID, before next: Int) {
    let isGoverned = state.preposition != nil
    defer {
      links[phrase.rawValue] = Link(
        previous: isGoverned ? state.chainEnd : nil, isTight: state.isTight)
      state.chainEnd = phrase
      state.isTight = false
      state.last = phrase
      state.preposition = nil
      state.afterComma = false
      state.afterCoordinator = false
    }
    if let preposition = state.preposition, leadsNewClause(next) {
      obliques.append(
        Oblique(preposition: preposition, phrase: phrase), to: &state.leadingObliques)
    } else if let preposition = state.preposition {
      attach(Oblique(preposition: preposition, phrase: phrase))
    } else if let clause = state.clause, state.waiting == nil,
      !startsClause(next) || isInsideOfWaiting
    {
      if state.afterCoordinator, repeatsObject(clause) {
        let copy = repeatVerb(of: clause)
        addObject(phrase, to: copy)
      } else if state.afterComma || state.afterCoordinator || takesNoMoreObjects(clause) {
        state.waiting = phrase
      } else if tables.has(structure[clause].lemma, .clauseTaking), !isInsideOfWaiting {
        state.waiting = phrase
        state.objectOf = clause
      } else {
        addObject(phrase, to: clause)
      }
    } else {
      settleWaiting()
      state.waiting = phrase
    }
  }

  private mutating func addObject(_ phrase: PhraseID, to clause: ClauseID) {
    objects.append(phrase, to: &arguments[clause.rawValue].objects)
    extend(clause, over: structure[phrase].tokens)
  }

  /// No verb has come for the phrase that waits behind a verb that may take a clause: it is that verb's object.
  mutating func settleWaiting() {
    guard let clause = state.objectOf, let phrase = state.waiting else { return }
    addObject(phrase, to: clause)
    obliques.append(state.pendingObliques, to: &arguments[clause.rawValue].obliques)
    adjuncts.append(state.pendingAdjuncts, to: &arguments[clause.rawValue].adjuncts)
    var hull = structure[clause].tokens
    obliques.forEach(of: state.pendingObliques) { hull = hull.hull(structure[$0.phrase].tokens) }
    adjuncts.forEach(of: state.pendingAdjuncts) { hull = hull.hull($0) }
    extend(clause, over: hull)
    state.waiting = nil
    state.objectOf = nil
    state.pendingObliques = .init()
    state.pendingAdjuncts = .init()
  }

  /// A verb takes two objects at most ("gave the envoy a letter"), and none after an oblique of its own.
  private func takesNoMoreObjects(_ id: ClauseID) -> Bool {
    let own = arguments[id.rawValue]
    if own.objects.hasSeveral { return true }
    guard let last = obliques.last(of: own.obliques) else { return false }
    return structure[last.phrase].tokens.start > structure[id].verb.start
  }

  /// The verb has an object and something of its own behind it, so that a further object begins anew.
  private func repeatsObject(_ id: ClauseID) -> Bool {
    let own = arguments[id.rawValue]
    guard let last = objects.last(of: own.objects), structure[id].group.form != .participle else {
      return false
    }
    let start = max(structure[last].tokens.end, structure[id].verb.start + 1)
    return adjuncts.last(of: own.adjuncts) { $0.start >= start } != nil
  }

  /// A preposition comes again behind a date: "with Putin on Monday and with Kim on Tuesday".
  private func repeatsOblique(_ oblique: Oblique, _ id: ClauseID) -> Bool {
    let own = arguments[id.rawValue]
    guard
      let last = obliques.last(of: own.obliques, where: { $0.preposition == oblique.preposition })
    else { return false }
    let earlier = structure[last.phrase].tokens
    return earlier.start > structure[id].verb.start
      && adjuncts.last(of: own.adjuncts) { $0.start >= earlier.end } != nil
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
    return next < elements.count && elements[next].isFiniteVerb
  }

  /// An oblique belongs to the phrase right before its preposition, to the clause too, and to the clause to come
  /// where no verb has been read.
  private mutating func attach(_ oblique: Oblique) {
    if let last = state.last, isAdjacent(structure[last].tokens, oblique) {
      if tables.has(oblique.preposition, .tight) {
        state.isTight = true
        addComplement(oblique, to: last)
      } else {
        addComplementToChain(oblique)
      }
    }
    if var clause = state.clause, state.waiting == nil {
      if state.afterCoordinator, repeatsOblique(oblique, clause) { clause = repeatVerb(of: clause) }
      obliques.append(oblique, to: &arguments[clause.rawValue].obliques)
      extend(clause, over: structure[oblique.phrase].tokens)
    } else if state.waiting == nil {
      obliques.append(oblique, to: &state.leadingObliques)
    } else {
      obliques.append(oblique, to: &state.pendingObliques)
    }
  }

  private mutating func addComplement(_ oblique: Oblique, to owner: PhraseID) {
    obliques.append(oblique, to: &complements[structure[owner].heads.upperBound - 1])
  }

  /// What follows a common noun is its own: only names are passed over, and what such a noun is of ("a meeting of
  /// envoys in Geneva").
  private mutating func addComplementToChain(_ oblique: Oblique) {
    var next = state.chainEnd
    for _ in 0..<Self.longestChain {
      guard let owner = next else { break }
      addComplement(oblique, to: owner)
      let head = structure.heads[structure[owner].heads.upperBound - 1]
      let link = links[owner.rawValue]
      if !head.isName, !link.isTight { break }
      next = link.previous
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
    guard start < elements.count, let placed = placed(start) else { return false }
    return startsClause(placed.end)
  }

  mutating func addAdjunct(_ tokens: TokenRange, before next: Int) {
    if leadsNewClause(next) {
      adjuncts.append(tokens, to: &state.leadingAdjuncts)
    } else if let clause = state.clause, state.waiting == nil {
      adjuncts.append(tokens, to: &arguments[clause.rawValue].adjuncts)
      extend(clause, over: tokens)
    } else if state.objectOf != nil {
      adjuncts.append(tokens, to: &state.pendingAdjuncts)
    } else {
      adjuncts.append(tokens, to: &state.leadingAdjuncts)
    }
  }

  private mutating func extend(_ clause: ClauseID, over tokens: TokenRange) {
    let hull = structure[clause].tokens.hull(tokens)
    structure.clauses[clause.rawValue].tokens = hull
  }
}
