import Language
import Rules
import Text

/// Finds what fills the slots of one occurrence.
struct SlotFiller {
  let structure: ClauseStructure
  let entities: EntityTable
  /// The preposition that names the agent of a passive, as the language pack says.
  let agent: TokenID?

  /// The fillers of a slot in the order of its sources, each entity once.
  func fillers<A>(
    of slot: CompiledSlot, _ occurrence: EventFinder<A>.Occurrence
  ) -> [EventMention.Filler] {
    var result: [EventMention.Filler] = []
    for source in slot.sources {
      for phrase in phrases(of: source, occurrence) {
        for filler in entities(in: phrase, slot.fillers)
        where !result.contains(where: { $0.entity == filler.entity }) {
          result.append(filler)
        }
      }
    }
    return result
  }

  /// The entities that a phrase names: of each head the mention that ends it, else one in its appositions.
  private func entities(in id: PhraseID, _ types: Set<TypeID>) -> [EventMention.Filler] {
    structure[id].heads.compactMap { head in
      ([head.tokens] + head.appositions).lazy.compactMap { tokens in
        entities.references(endOf: tokens).first { types.contains($0.type) }
      }.first.map { EventMention.Filler(entity: $0.entity, tokens: $0.tokens) }
    }
  }

  private func phrases<A>(
    of source: CompiledSlot.Source, _ occurrence: EventFinder<A>.Occurrence
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
      let own = (head?.complements ?? []) + (clause.map { obliques(of: $0, occurrence) } ?? [])
      return own.filter { [$0.preposition] == words }.map(\.phrase)
    }
  }

  private func subject<A>(
    of clause: Clause, _ occurrence: EventFinder<A>.Occurrence
  ) -> [PhraseID] {
    if occurrence.isVerb, clause.group.voice == .passive {
      return clause.obliques.filter { $0.preposition == agent }.map(\.phrase)
    }
    // A noun that is the subject itself has no other.
    guard let subject = clause.subject, subject != occurrence.noun?.phrase else { return [] }
    return [subject]
  }

  /// A noun trigger takes its verb's obliques too, but not itself.
  private func obliques<A>(
    of clause: Clause, _ occurrence: EventFinder<A>.Occurrence
  ) -> [Oblique] {
    clause.obliques.filter { $0.phrase != occurrence.noun?.phrase }
  }
}
