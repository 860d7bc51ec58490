import Language
import Rules
import Text

/// Finds what fills the slots of one occurrence.
struct SlotFiller {
  let structure: ClauseStructure
  let entities: EntityTable
  /// The preposition that names the agent of a passive, as the language pack says.
  let agent: TokenID?
  /// Prepositions through which a group stands for its members ("envoys of", "officials from").
  let transparent: Set<TokenID>
  /// Prepositions that say who leads a group ("a team under Orlov").
  let leadingPrepositions: Set<TokenID>
  /// Verbs that say who leads a group.
  let leading: Set<TokenID>
  /// Verbs of those who stand outside of an event ("urged talks", "brokered a meeting").
  let outside: Set<TokenID>
  /// Kinds of entity that are places.
  let locations: Set<String>
  /// Nouns of groups that stand for whose they are.
  let groups: Set<TokenID>

  /// The fillers of a slot in the order of its sources, each entity once.
  func fillers(
    of slot: CompiledSlot, _ occurrence: EventFinder.Occurrence
  ) -> [EventMention.Filler] {
    var result: [EventMention.Filler] = []
    // Who stands beside a noun that names its parties is none of them ("India called off talks between …").
    let sources =
      occurrence.isVerb ? slot.sources : slot.sources.filter { $0 != .subject } + [.subject]
    for source in sources where occurrence.isVerb || slot.sources.contains(source) {
      if source == .subject, !occurrence.isVerb,
        result.count > 1 || hasOwner(occurrence) || result.isEmpty && isOutside(occurrence)
      {
        break
      }
      if source == .possessor {
        result += modifiers(of: occurrence, slot.fillers)
          .filter { new in !result.contains { $0.entity == new.entity } }
      }
      if source == .bare, let noun = occurrence.noun {
        result += references(inside: structure[noun.phrase].heads[noun.head].tokens, slot.fillers)
      }
      if source == .subject { result += owners(of: occurrence, slot.fillers) }
      for phrase in phrases(of: source, occurrence) {
        for filler in entities(in: phrase, slot.fillers)
        where !result.contains(where: { $0.entity == filler.entity }) {
          result.append(filler)
        }
      }
    }
    return result
  }

  /// The entities that a phrase names.
  private func entities(in id: PhraseID, _ types: Set<TypeID>) -> [EventMention.Filler] {
    let leaders = leaders(of: id)
    if !leaders.isEmpty {
      let named = leaders.flatMap { entities(in: $0, types) }
      if !named.isEmpty { return named }
    }
    return structure[id].heads.flatMap { fillers(of: $0, types) }
  }

  /// "A delegation led by Sato": who leads a group stands for it.
  private func leaders(of id: PhraseID) -> [PhraseID] {
    structure.clauses.flatMap { clause -> [PhraseID] in
      guard clause.subject == id, clause.group.voice == .passive,
        leading.contains(clause.lemma)
      else { return [] }
      return clause.obliques.filter { $0.preposition == agent }.map(\.phrase)
    }
  }

  /// What a head names: the longest mention that ends it, else one in its appositions, else in what it is of.
  private func fillers(
    of head: NounPhrase.Head, _ types: Set<TypeID>, depth: Int = 0
  ) -> [EventMention.Filler] {
    // "A team under Orlov": who leads a group stands for it.
    for complement in head.complements
    where leadingPrepositions.contains(complement.preposition) && groups.contains(head.lemma) {
      let leaders = structure[complement.phrase].heads
        .flatMap { fillers(of: $0, types, depth: depth + 1) }
      if !leaders.isEmpty, depth < 2 { return leaders }
    }
    for tokens in [head.tokens] + head.appositions {
      let found = entities.references(endOf: tokens).filter { types.contains($0.type) }
      if let longest = found.first?.tokens {
        return found.filter { $0.tokens == longest }
          .map { EventMention.Filler(entity: $0.entity, tokens: $0.tokens) }
      }
    }
    guard depth < 2 else { return [] }
    // "Sato's delegation": the group stands for whose it is.
    if let owner = head.possessor, groups.contains(head.lemma) {
      let named = structure[owner].heads.flatMap { fillers(of: $0, types, depth: depth + 1) }
      if !named.isEmpty { return named }
    }
    // "representatives of Kenya and Chad": the group stands for those it is of.
    for complement in head.complements
    where transparent.contains(complement.preposition) && groups.contains(head.lemma) {
      let inner = structure[complement.phrase].heads
        .flatMap { fillers(of: $0, types, depth: depth + 1) }
      if !inner.isEmpty { return inner }
    }
    return []
  }

  /// "Her request to see Sato": who acts in an infinitive that belongs to a noun is whose noun it is.
  private func owners(
    of occurrence: EventFinder.Occurrence, _ types: Set<TypeID>
  ) -> [EventMention.Filler] {
    guard occurrence.isVerb, let clause = occurrence.clause.map({ structure[$0] }),
      let carrier = clause.carrier, carrier == clause.subject
    else { return [] }
    return structure[carrier].heads.flatMap { head in
      head.possessor.map { entities(in: $0, types) }
        ?? references(inside: head.tokens, types)
    }
  }

  private func references(
    inside tokens: TokenRange, _ types: Set<TypeID>
  ) -> [EventMention.Filler] {
    entities.references(inside: tokens)
      .filter { types.contains($0.type) && $0.tokens.end < tokens.end }
      .map { EventMention.Filler(entity: $0.entity, tokens: $0.tokens) }
  }

  /// Whether the verb of a noun is that of somebody outside.
  private func isOutside(_ occurrence: EventFinder.Occurrence) -> Bool {
    occurrence.clause.map { outside.contains(structure[$0].lemma) } ?? false
  }

  /// Whether the noun says whose event it is.
  private func hasOwner(_ occurrence: EventFinder.Occurrence) -> Bool {
    occurrence.noun.map { structure[$0.phrase].heads[$0.head].possessor != nil } ?? false
  }

  /// "His visit", "U.S.-Japan talks", "Israeli-Palestinian negotiations": those named inside the noun group itself, but
  /// for places ("the Geneva talks").
  private func modifiers(
    of occurrence: EventFinder.Occurrence, _ types: Set<TypeID>
  ) -> [EventMention.Filler] {
    guard let noun = occurrence.noun else { return [] }
    let tokens = structure[noun.phrase].heads[noun.head].tokens
    let located = entities.references(inside: tokens)
      .filter { locations.contains(entities[$0.entity].kind) }.map(\.tokens)
    return references(inside: tokens, types).filter { !located.contains($0.tokens) }
  }

  private func phrases(
    of source: CompiledSlot.Source, _ occurrence: EventFinder.Occurrence
  ) -> [PhraseID] {
    let clause = occurrence.clause.map { structure[$0] }
    let head = occurrence.noun.map { structure[$0.phrase].heads[$0.head] }
    switch source {
    case .subject: return clause.map { subject(of: $0, occurrence) } ?? []
    case .object:
      guard occurrence.isVerb, let clause else { return [] }
      return clause.group.voice == .passive ? clause.subject.map { [$0] } ?? [] : clause.objects
    case .possessor: return head?.possessor.map { [$0] } ?? []
    case .bare: return []
    case .preposition(let words):
      // What is said of a noun in any clause is said of the event ("talks that were to be held in Geneva").
      let others = occurrence.isVerb ? [] : occurrence.clauses.filter { $0 != occurrence.clause }
      let clauses = (clause.map { [$0] } ?? []) + others.map { structure[$0] }
      let own = (head?.complements ?? []) + clauses.flatMap { obliques(of: $0, occurrence) }
      return own.filter { [$0.preposition] == words }.map(\.phrase)
    }
  }

  private func subject(
    of clause: Clause, _ occurrence: EventFinder.Occurrence
  ) -> [PhraseID] {
    if occurrence.isVerb, clause.group.voice == .passive {
      return clause.obliques.filter { $0.preposition == agent }.map(\.phrase)
    }
    // A noun that is the subject itself has no other.
    guard let subject = clause.subject, subject != occurrence.noun?.phrase else { return [] }
    return [subject]
  }

  /// Whether a phrase is the complement of another common noun than the event's or what is said of it ("talks that
  /// were due in Geneva").
  private func isOwned(_ oblique: Oblique, in clause: Clause, besides noun: PhraseID?) -> Bool {
    structure.phrases.indices.contains { index in
      PhraseID(index) != noun
        && !(clause.subject == noun && clause.objects.contains(PhraseID(index)))
        && structure.phrases[index].heads.contains {
          !$0.isName && $0.complements.contains(oblique)
        }
    }
  }

  /// A noun trigger takes its verb's obliques too, but not itself and not what belongs to another noun.
  private func obliques(
    of clause: Clause, _ occurrence: EventFinder.Occurrence
  ) -> [Oblique] {
    let noun = occurrence.noun?.phrase
    return clause.obliques.filter { oblique in
      oblique.phrase != noun && (occurrence.isVerb || !isOwned(oblique, in: clause, besides: noun))
    }
  }
}
