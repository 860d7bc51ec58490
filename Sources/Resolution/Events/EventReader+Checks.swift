import Language
import Rules
import Text

extension EventReader {
  /// A state beside somebody who acts for it is no participant of its own.
  func dropRepeated(_ fillers: inout [EventMention.Filler], _ entities: EntityTable) {
    var seen = Set<EntityID>()
    fillers = fillers.filter { seen.insert($0.entity).inserted }
    let acting = Set(
      fillers.compactMap { filler -> String? in
        let entity = entities[filler.entity]
        return people.contains(entity.kind) ? entity.country : nil
      })
    fillers.removeAll { filler in
      let entity = entities[filler.entity]
      return !people.contains(entity.kind) && entity.country.map(acting.contains) ?? false
    }
  }

  /// A journey leads to another country than the traveller's; where either is unknown it may.
  func isAbroad(
    _ event: EventMention, _ frame: CompiledFrame, _ entities: EntityTable
  ) -> Bool {
    guard journeys.contains(event.kind) else { return true }
    guard let place = event.place.map({ entities[$0.entity].country }) else {
      return !frame.needsPlace
    }
    let homes = event.participants.map { entities[$0.entity].country }
    return place == nil || homes.contains { $0 != place }
  }

  /// A meeting of people of one state alone is its own affair; where a state is unknown it may be between states.
  func isBetweenStates(_ event: EventMention, _ entities: EntityTable) -> Bool {
    let countries = Set(event.participants.map { entities[$0.entity].country })
    return journeys.contains(event.kind) || countries.contains(nil) || countries.count > 1
  }

  /// Whether the clause says that this is another event than one before ("met again").
  func isSeparate(
    _ event: EventMention, _ occurrence: EventFinder<Analyzer>.Occurrence,
    _ structure: ClauseStructure
  ) -> Bool {
    let clause = occurrence.clause.map { structure[$0].tokens } ?? event.tokens
    let tokens = document.text.tokens[event.tokens.hull(clause).indices]
    return tokens.contains { separating.contains(document.vocabulary.folded($0.id)) }
  }
}
