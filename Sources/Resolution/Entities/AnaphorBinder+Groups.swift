import Language
import Rules
import Text

/// Words for several.
extension AnaphorBinder {
  /// Binds a word for several; true, as it never takes the clauses of its own sentence.
  @discardableResult
  mutating func bindGroup(
    _ word: Anaphor, _ event: EventMention?, _ entities: inout EntityTable, _ reading: Reading
  ) -> Bool {
    for member in members(word.size, event, entities, reading) ?? [] {
      guard let type = schema.type(ofKind: entities[member].kind) else { continue }
      mention(member, word.tokens, as: type, &entities)
    }
    return true
  }

  /// Those whom a word for several may mean, `size` being how many it says.
  mutating func members(
    _ size: Int?, _ event: EventMention?, _ entities: EntityTable, _ reading: Reading
  ) -> [EntityID]? {
    let participants = event?.participants ?? []
    if size.map({ participants.count == $0 }) ?? (participants.count >= 2) {
      return participants.map(\.entity)
    }
    let source = source
    func notes(_ sentence: Int, _ aspect: SentenceNotes.Aspect) -> SentenceNotes? {
      source.notes(of: sentence, aspect, entities, reading)
    }
    guard let size else {
      // "They" that are no people are those of the last event, or nobody: buyers and rebels are no states.
      return salience.lastPeople(notes) { source.schema.isPerson($0.type) }?
        .map(\.entity)
    }
    if let group = salience.lastGroup(of: size, notes) { return group.map(\.entity) }
    guard size == 2 else { return nil }
    // "Sato said that Orlov agreed when the two met": two who are named one after the other.
    return salience.lastTwo(among: { source.people(in: $0, entities) }, notes).map { [$0, $1] }
  }
}
