import Text

extension ClauseBuilder {
  /// Gives a phrase its role: oblique under a preposition, object after a verb, else it waits for a verb.
  mutating func take(_ phrase: PhraseID, before next: Int) {
    defer {
      state.last = phrase
      state.preposition = nil
      state.afterComma = false
    }
    if let preposition = state.preposition {
      attach(Oblique(preposition: preposition, phrase: phrase))
    } else if let clause = state.clause, state.waiting == nil, !startsClause(next) {
      if state.afterComma || state.afterCoordinator || takesNoMoreObjects(clause) {
        state.waiting = phrase
      } else {
        structure.clauses[clause.rawValue].objects.append(phrase)
        extend(clause, over: structure[phrase].tokens)
      }
    } else {
      state.waiting = phrase
    }
  }

  /// A verb takes two objects at most ("gave the envoy a letter"), and none after an oblique of its own.
  private func takesNoMoreObjects(_ id: ClauseID) -> Bool {
    let clause = structure[id]
    guard let last = clause.obliques.last else { return clause.objects.count >= 2 }
    return clause.objects.count >= 2 || structure[last.phrase].tokens.start > clause.verb.start
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
    if let last = state.last, isAdjacent(structure[last].tokens, oblique),
      let head = structure[last].heads.indices.last
    {
      structure.phrases[last.rawValue].heads[head].complements.append(oblique)
    }
    if let clause = state.clause, state.waiting == nil {
      structure.clauses[clause.rawValue].obliques.append(oblique)
      extend(clause, over: structure[oblique.phrase].tokens)
    } else if state.waiting == nil {
      state.leadingObliques.append(oblique)
    }
  }

  /// Whether only the preposition stands between a phrase and the oblique.
  private func isAdjacent(_ tokens: TokenRange, _ oblique: Oblique) -> Bool {
    structure[oblique.phrase].tokens.start - tokens.end <= Self.longestPreposition
  }

  /// Tokens of the longest preposition ("in front of").
  private static var longestPreposition: Int { 3 }

  mutating func addAdjunct(_ tokens: TokenRange) {
    if let clause = state.clause, state.waiting == nil {
      structure.clauses[clause.rawValue].adjuncts.append(tokens)
      extend(clause, over: tokens)
    } else {
      state.leadingAdjuncts.append(tokens)
    }
  }

  private mutating func extend(_ clause: ClauseID, over tokens: TokenRange) {
    let hull = structure[clause].tokens.hull(tokens)
    structure.clauses[clause.rawValue].tokens = hull
  }
}
