import Language
import Rules
import Text

extension EventReader {
  /// A trigger with the events that its frame reads from it.
  typealias Reading = (occurrence: EventFinder.Occurrence, events: [EventMention])

  /// For each verb the first frame that gives events, for each noun that is part of no such verb the same; in text
  /// order. A noun without events is kept, for it may speak of an event before it.
  func readings(
    of occurrences: [EventFinder.Occurrence], _ filler: SlotFiller, _ structure: ClauseStructure,
    _ entities: EntityTable
  ) -> [Reading] {
    var result: [Reading] = []
    var verbs = Set<ClauseID>()
    var taken = Set<TokenRange>()
    var silent: [TokenRange: EventFinder.Occurrence] = [:]
    for occurrence in occurrences {
      if occurrence.isVerb, let clause = occurrence.clause, verbs.contains(clause) { continue }
      if !occurrence.isVerb, taken.contains(occurrence.trigger) { continue }
      if occurrence.isVerb, isHabitual(occurrence, structure) { continue }
      let events = fill(occurrence, filler, structure, entities)
        .compactMap { located($0, occurrence, structure, entities) }
        .filter { counts($0, frame(of: occurrence), entities) }
      guard !events.isEmpty else {
        if !occurrence.isVerb, silent[occurrence.trigger] == nil {
          silent[occurrence.trigger] = occurrence
        }
        continue
      }
      result.append((occurrence, events))
      taken.insert(occurrence.trigger)
      if let noun = occurrence.noun { taken.insert(structure[noun.head].tokens) }
      if occurrence.isVerb, let clause = occurrence.clause { verbs.insert(clause) }
    }
    result += silent.filter { !taken.contains($0.key) }.map { ($0.value, []) }
    return result.sorted { $0.occurrence.trigger < $1.occurrence.trigger }
  }

  /// The events of an occurrence: one, or one for each filler of a slot that is filled per head.
  private func fill(
    _ occurrence: EventFinder.Occurrence, _ filler: SlotFiller,
    _ structure: ClauseStructure, _ entities: EntityTable
  ) -> [EventMention] {
    let frame = frame(of: occurrence)
    guard let found = fillers(of: occurrence, filler) else { return [] }
    let isDistributed = isDistributed(occurrence, structure)
    var events = [
      EventMention(
        kind: frame.kind, status: "",
        trigger: occurrence.trigger, tokens: occurrence.trigger, rule: frame.path, confidence: 80)
    ]
    for (slot, found) in zip(frame.slots, found) {
      let splits = slot.isPerHead || isDistributed && !slot.sources.contains(.subject)
      let parts = splits ? parts(of: found, slot.role, entities) : [found]
      events = events.flatMap { event in
        parts.map { adding($0, as: slot.role, to: event, entities) }
      }
    }
    return events.compactMap { complete($0, frame, entities) }
  }

  /// The fillers of each slot of an occurrence's frame; nil where a slot that must be filled has none or there are fewer
  /// participants than the frame needs.
  private func fillers(
    of occurrence: EventFinder.Occurrence, _ filler: SlotFiller
  ) -> [[EventMention.Filler]]? {
    let frame = frame(of: occurrence)
    var result: [[EventMention.Filler]] = []
    var participants = 0
    for slot in frame.slots {
      let found = filler.fillers(of: slot, occurrence)
      if slot.isRequired, found.isEmpty { return nil }
      if slot.role == .participant { participants += found.count }
      result.append(found)
    }
    return participants >= frame.minimum ? result : nil
  }

  /// The fillers of a slot by the events that they make: each alone, but places of one state together.
  private func parts(
    of fillers: [EventMention.Filler], _ role: EventSlot.Role, _ entities: EntityTable
  ) -> [[EventMention.Filler]] {
    guard fillers.count > 1 else { return [fillers] }
    guard role == .place else { return fillers.map { [$0] } }
    var result: [[EventMention.Filler]] = []
    for filler in fillers {
      let country = entities[filler.entity].country
      let same = result.firstIndex { entities[$0[0].entity].country == country }
      if let same, country != nil { result[same].append(filler) } else { result.append([filler]) }
    }
    return result
  }

  private func adding(
    _ fillers: [EventMention.Filler], as role: EventSlot.Role, to event: EventMention,
    _ entities: EntityTable
  ) -> EventMention {
    var event = event
    switch role {
    case .place: event.place = event.place ?? smallest(fillers, entities)
    case .host: event.hosts += fillers
    case .participant: event.participants += fillers
    }
    return event
  }

  /// The event with each party once; nil where it lacks what its frame needs.
  private func complete(
    _ event: EventMention, _ frame: EventFrame, _ entities: EntityTable
  ) -> EventMention? {
    var event = event
    event.hosts.removeAll { host in event.participants.contains { $0.entity == host.entity } }
    dropRepeated(&event.participants, entities)
    guard event.participants.count >= frame.minimum, !frame.refusesPlace || event.place == nil
    else { return nil }
    event.subkind = frame.subkind
    let fillers = event.participants + event.hosts + (event.place.map { [$0] } ?? [])
    for filler in fillers { event.tokens = event.tokens.hull(filler.tokens) }
    return event
  }
}
