import Language
import Rules
import Text

/// Finds what fills the slots of one occurrence.
struct SlotFiller {
  let schema: EventSchema
  let structure: ClauseStructure
  let entities: EntityTable

  private typealias Filler = EventMention.Filler

  private var words: EventWords { schema.words }

  /// The fillers of a slot in the order of its sources, each entity once.
  func fillers(
    of slot: EventSlot, _ occurrence: EventFinder.Occurrence
  ) -> [EventMention.Filler] {
    var result: [Filler] = []
    for source in occurrence.isVerb ? slot.sources : slot.nounSources {
      if source == .subject, !occurrence.isVerb,
        result.count > 1 || hasOwner(occurrence) || result.isEmpty && isOutside(occurrence)
      {
        break
      }
      if source == .possessor {
        result += modifiers(of: occurrence, slot)
          .filter { new in !result.contains { $0.entity == new.entity } }
      }
      if source == .bare, let noun = occurrence.noun {
        result += references(inside: structure[noun.head].tokens, slot)
      }
      if source == .subject { result += owners(of: occurrence, slot) }
      for phrase in phrases(of: source, occurrence) {
        for filler in entities(in: phrase, slot)
        where !result.contains(where: { $0.entity == filler.entity }) {
          result.append(filler)
        }
      }
    }
    return result
  }

  /// The entities that a phrase names.
  private func entities(in id: PhraseID, _ slot: EventSlot) -> [Filler] {
    let named = leaders(of: id).flatMap { entities(in: $0, slot) }
    if !named.isEmpty { return named }
    return structure.heads(of: id).flatMap { fillers(of: $0, slot) }
  }

  /// "A delegation led by Sato": who leads a group stands for it.
  private func leaders(of id: PhraseID) -> [PhraseID] {
    var result: [PhraseID] = []
    for clause in structure.clauses
    where clause.subject == id && clause.group.voice == .passive
      && words.has(clause.lemma, .leadingVerb)
    {
      result += agents(of: clause)
    }
    return result
  }

  /// Who acts in a passive clause.
  private func agents(of clause: Clause) -> [PhraseID] {
    structure.obliques(of: clause).filter { words.has($0.preposition, .agent) }.map(\.phrase)
  }

  /// What a head names: the longest mention that ends it, else one in its appositions, else in what it is of.
  private func fillers(
    of head: NounPhrase.Head, _ slot: EventSlot, depth: Int = 0
  ) -> [Filler] {
    let isGroup = words.has(head.lemma, .group)
    // "A team under Orlov": who leads a group stands for it.
    if isGroup, depth < 2 {
      let leaders = members(of: head, .leadingPreposition, slot, depth)
      if !leaders.isEmpty { return leaders }
    }
    let own = fillers(endOf: head.tokens, slot)
    if !own.isEmpty { return own }
    for tokens in structure.appositions(of: head) {
      let others = fillers(endOf: tokens, slot)
      if !others.isEmpty { return others }
    }
    guard isGroup, depth < 2 else { return [] }
    // "Sato's delegation": the group stands for whose it is.
    if let owner = head.possessor {
      let named = fillers(in: owner, slot, depth)
      if !named.isEmpty { return named }
    }
    // "representatives of Kenya and Chad": the group stands for those it is of.
    return members(of: head, .transparent, slot, depth)
  }

  /// What the longest mention that ends with some tokens stands for.
  private func fillers(endOf tokens: TokenRange, _ slot: EventSlot) -> [Filler] {
    let found = entities.references(endOf: tokens).filter { slot.takes($0.type) }
    guard let longest = found.first?.tokens else { return [] }
    return found.filter { $0.tokens == longest }
      .map { Filler(entity: $0.entity, tokens: $0.tokens) }
  }

  /// What the first complement that names something names, of those under prepositions of a role.
  private func members(
    of head: NounPhrase.Head, _ role: EventWords.Roles, _ slot: EventSlot, _ depth: Int
  ) -> [Filler] {
    for complement in structure.complements(of: head)
    where words.has(complement.preposition, role) {
      let inner = fillers(in: complement.phrase, slot, depth)
      if !inner.isEmpty { return inner }
    }
    return []
  }

  private func fillers(in phrase: PhraseID, _ slot: EventSlot, _ depth: Int) -> [Filler] {
    structure.heads(of: phrase).flatMap { fillers(of: $0, slot, depth: depth + 1) }
  }

  /// "Her request to see Sato": who acts in an infinitive that belongs to a noun is whose noun it is.
  private func owners(of occurrence: EventFinder.Occurrence, _ slot: EventSlot) -> [Filler] {
    guard occurrence.isVerb, let clause = occurrence.clause.map({ structure[$0] }),
      let carrier = clause.carrier, carrier == clause.subject
    else { return [] }
    return structure.heads(of: carrier).flatMap { head in
      head.possessor.map { entities(in: $0, slot) } ?? references(inside: head.tokens, slot)
    }
  }

  private func references(inside tokens: TokenRange, _ slot: EventSlot) -> [Filler] {
    entities.references(inside: tokens)
      .filter { slot.takes($0.type) && $0.tokens.end < tokens.end }
      .map { Filler(entity: $0.entity, tokens: $0.tokens) }
  }

  /// Whether the verb of a noun is that of somebody outside.
  private func isOutside(_ occurrence: EventFinder.Occurrence) -> Bool {
    occurrence.clause.map { words.has(structure[$0].lemma, .outside) } ?? false
  }

  /// Whether the noun says whose event it is.
  private func hasOwner(_ occurrence: EventFinder.Occurrence) -> Bool {
    occurrence.noun.map { structure[$0.head].possessor != nil } ?? false
  }

  /// "His visit", "U.S.-Japan talks", "Israeli-Palestinian negotiations": those named inside the noun group itself, but
  /// for places ("the Geneva talks").
  private func modifiers(of occurrence: EventFinder.Occurrence, _ slot: EventSlot) -> [Filler] {
    guard let noun = occurrence.noun else { return [] }
    let tokens = structure[noun.head].tokens
    let found = references(inside: tokens, slot)
    guard !found.isEmpty else { return [] }
    let located = entities.references(inside: tokens)
      .filter { schema.locations.contains(entities[$0.entity].kind) }.map(\.tokens)
    return found.filter { !located.contains($0.tokens) }
  }

  private func phrases(
    of source: CompiledSlot.Source, _ occurrence: EventFinder.Occurrence
  ) -> [PhraseID] {
    let clause = occurrence.clause.map { structure[$0] }
    let head = occurrence.noun.map { structure[$0.head] }
    switch source {
    case .subject: return clause.map { subject(of: $0, occurrence) } ?? []
    case .object:
      guard occurrence.isVerb, let clause else { return [] }
      return clause.group.voice == .passive
        ? clause.subject.map { [$0] } ?? [] : Array(structure.objects(of: clause))
    case .possessor: return head?.possessor.map { [$0] } ?? []
    case .bare: return []
    case .preposition(let words):
      guard words.count == 1, let preposition = words.first else { return [] }
      return phrases(under: preposition, of: head, occurrence)
    }
  }

  /// What stands under a preposition behind a noun or in a clause. What is said of a noun in any clause is said of the
  /// event ("talks that were to be held in Geneva").
  private func phrases(
    under preposition: TokenID, of head: NounPhrase.Head?, _ occurrence: EventFinder.Occurrence
  ) -> [PhraseID] {
    var result: [PhraseID] = []
    if let head {
      for oblique in structure.complements(of: head) where oblique.preposition == preposition {
        result.append(oblique.phrase)
      }
    }
    if let clause = occurrence.clause { add(preposition, of: clause, occurrence, to: &result) }
    guard !occurrence.isVerb else { return result }
    for clause in occurrence.clauses where clause != occurrence.clause {
      add(preposition, of: clause, occurrence, to: &result)
    }
    return result
  }

  /// A noun trigger takes its verb's obliques too, but not itself and not what belongs to another noun.
  private func add(
    _ preposition: TokenID, of clause: ClauseID, _ occurrence: EventFinder.Occurrence,
    to result: inout [PhraseID]
  ) {
    let noun = occurrence.noun?.phrase
    for oblique in structure.obliques(of: structure[clause])
    where oblique.preposition == preposition && oblique.phrase != noun {
      if occurrence.isVerb || !isOwned(oblique, in: structure[clause], besides: noun) {
        result.append(oblique.phrase)
      }
    }
  }

  private func subject(of clause: Clause, _ occurrence: EventFinder.Occurrence) -> [PhraseID] {
    if occurrence.isVerb, clause.group.voice == .passive { return agents(of: clause) }
    // A noun that is the subject itself has no other.
    guard let subject = clause.subject, subject != occurrence.noun?.phrase else { return [] }
    return [subject]
  }

  /// Whether a phrase is the complement of another common noun than the event's or what is said of it ("talks that
  /// were due in Geneva").
  private func isOwned(_ oblique: Oblique, in clause: Clause, besides noun: PhraseID?) -> Bool {
    structure.phrases.indices.contains { index in
      let phrase = PhraseID(index)
      return phrase != noun
        && !(clause.subject == noun && structure.objects(of: clause).contains(phrase))
        && structure.heads(of: phrase).contains { head in
          !head.isName && structure.complements(of: head).contains(oblique)
        }
    }
  }
}
