import Language
import Rules
package import Text

extension EventReader {
  /// A state beside somebody who acts for it is no participant of its own.
  func dropRepeated(_ fillers: inout [EventMention.Filler], _ entities: EntityTable) {
    var seen = Set<EntityID>()
    fillers = fillers.filter { seen.insert($0.entity).inserted }
    let acting = Set(
      fillers.compactMap { filler -> String? in
        let entity = entities[filler.entity]
        return schema.people.contains(entity.kind) ? entity.country : nil
      })
    fillers.removeAll { filler in
      let entity = entities[filler.entity]
      return !schema.people.contains(entity.kind)
        && entity.country.map(acting.contains) ?? false
    }
  }

  /// Whether an event is one that the pack tells of.
  func counts(_ event: EventMention, _ frame: EventFrame, _ entities: EntityTable) -> Bool {
    isAbroad(event, frame, entities) && isBetweenStates(event, entities)
  }

  /// A journey leads to another country than the traveller's; where either is unknown it may.
  private func isAbroad(
    _ event: EventMention, _ frame: EventFrame, _ entities: EntityTable
  ) -> Bool {
    guard schema.journeys.contains(event.kind) else { return true }
    guard let place = event.place.map({ entities[$0.entity].country }) else {
      return !frame.needsPlace
    }
    // Who is known to hold no office travels for himself.
    guard event.participants.contains(where: { schema.isOfficial(entities[$0.entity]) }) else {
      return false
    }
    let homes = event.participants.map { entities[$0.entity].country }
    return place == nil || homes.contains { $0 != place }
  }

  /// Who is at home where others travel to is no traveller.
  func dropHosts(_ event: inout EventMention, _ entities: EntityTable) {
    guard schema.journeys.contains(event.kind),
      let place = event.place.flatMap({ entities[$0.entity].country })
    else { return }
    event.participants.removeAll { entities[$0.entity].country == place }
  }

  /// Whether an event is between states: two sides at least, or for a journey or a gathering one who acts for
  /// a side.
  ///
  /// A side is a country, an organisation without one, or somebody in office whose country is not known; private
  /// people are none.
  private func isBetweenStates(_ event: EventMention, _ entities: EntityTable) -> Bool {
    let sides = Set(event.participants.compactMap { schema.side(of: entities[$0.entity]) })
    return sides.count >= schema.minimumSides(of: event.kind)
  }

  /// Whether the clause says that this is another event than one before ("met again").
  func isSeparate(
    _ event: EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure
  ) -> Bool {
    let clause = occurrence.clause.map { structure[$0].tokens } ?? event.tokens
    return event.tokens.hull(clause).indices.contains { roles(of: $0).contains(.separating) }
  }

  /// Whether the clause says that each of several had an event of his own ("received each of them separately").
  func isDistributed(
    _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure
  ) -> Bool {
    let noun = occurrence.noun.map { structure[$0.head].tokens }
    let clause = occurrence.isVerb ? occurrence.clause.map { structure[$0].tokens } : nil
    return (clause ?? noun ?? occurrence.trigger).indices.contains {
      roles(of: $0).contains(.distributing)
    }
  }

  /// Whether an adverb inside the verb group or right beside it says that the verb tells of many times.
  func isHabitual(
    _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure
  ) -> Bool {
    guard let verb = occurrence.clause.map({ structure[$0].verb }) else { return false }
    let first = max(0, verb.start - 1)
    let last = min(document.text.tokens.count, verb.end + 1)
    return (first..<last).contains { roles(of: $0).contains(.habitual) }
  }

  /// The words before the noun that triggers an event or is the object of the verb that does.
  func modifiers(
    of occurrence: EventFinder.Occurrence, _ structure: ClauseStructure
  ) -> [TokenID] {
    guard let noun = occurrence.noun else { return [] }
    return structure[noun.head].tokens.indices.dropLast().map { document.text.tokens[$0].id }
  }

  /// Whether the event is only the occasion of what the clause says, so that the verb says nothing of its status.
  func isDetached(
    _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure
  ) -> Bool {
    guard !occurrence.isVerb, let noun = occurrence.noun?.phrase, let clause = occurrence.clause
    else { return false }
    return !isGoverned(noun, by: structure[clause], structure)
  }

  /// Whether a phrase is an argument of a verb: its subject or object, or behind a preposition through which the verb
  /// speaks of it ("called for a round of talks", but not "spoke after months of talks").
  private func isGoverned(
    _ phrase: PhraseID, by clause: Clause, _ structure: ClauseStructure
  ) -> Bool {
    if clause.subject == phrase || structure.objects(of: clause).contains(phrase) { return true }
    let oblique = structure.obliques(of: clause).first {
      $0.phrase == phrase && words.has($0.preposition, .governing)
    }
    guard let oblique else { return false }
    guard words.has(oblique.preposition, .transparent), let owner = owner(of: phrase, structure)
    else { return true }
    return isGoverned(owner, by: clause, structure)
  }

  /// The phrase before another that has it as its complement.
  private func owner(of phrase: PhraseID, _ structure: ClauseStructure) -> PhraseID? {
    (0..<phrase.rawValue).map { PhraseID($0) }.first { other in
      structure.heads(of: other).contains { head in
        structure.complements(of: head).contains { $0.phrase == phrase }
      }
    }
  }

  /// Whether some noun of a sentence may continue an event before it.
  package func mayContinue(in sentence: TokenRange) -> Bool {
    recent.contains { sentence.start - $0.tokens.end <= Self.continuationReach }
  }

  /// Tokens back to the event that a definite noun without parties continues ("the talks").
  private static var continuationReach: Int { 90 }

  /// "The talks took place in Geneva": a definite noun that names no parties is the last event of its kind.
  func continuation(
    of occurrence: EventFinder.Occurrence, _ structure: ClauseStructure,
    _ sentence: TokenRange, _ filler: SlotFiller, _ entities: EntityTable
  ) -> EventMention? {
    guard !occurrence.isVerb, let noun = occurrence.noun else { return nil }
    let frame = frame(of: occurrence)
    guard roles(of: structure[noun.head].tokens.start).contains(.definite),
      let earlier = recent.last(where: { $0.kind == frame.kind }),
      sentence.start - earlier.tokens.end <= Self.continuationReach,
      earlier.trigger != occurrence.trigger, isOfAll(earlier, occurrence, filler)
    else { return nil }
    var event = EventMention(
      kind: frame.kind, status: "", participants: earlier.participants, hosts: earlier.hosts,
      trigger: occurrence.trigger, tokens: occurrence.trigger, rule: frame.path, confidence: 60)
    for slot in frame.slots where slot.role == .place {
      event.place = event.place ?? smallest(filler.fillers(of: slot, occurrence), entities)
    }
    if event.place == nil, schema.journeys.contains(frame.kind) { event.place = earlier.place }
    event.isContinuation = true
    return event
  }

  /// Whether those whom a noun names are all that took part in an event: "her trip" is not the trip of four.
  private func isOfAll(
    _ event: EventMention, _ occurrence: EventFinder.Occurrence, _ filler: SlotFiller
  ) -> Bool {
    let named = frame(of: occurrence).slots.filter { $0.role == .participant }.flatMap {
      filler.fillers(of: $0, occurrence)
    }
    return named.isEmpty
      || event.participants.allSatisfy { one in named.contains { $0.entity == one.entity } }
  }
}
