/// Joins the mentions of one event in a document, conservatively: kind and status agree, at least one party is
/// shared, and neither parties nor dates nor places conflict.
package struct EventMerger {
  fileprivate let entities: EntityTable
  fileprivate let schema: EventSchema

  /// How many earlier events one is compared with: keeps a document of one repeated event linear.
  private static let window = 64

  /// The events in text order, each joined into the first before it that fits.
  package static func merged(
    _ events: [EventMention], entities: EntityTable, schema: EventSchema
  ) -> [EventMention] {
    guard !events.isEmpty else { return [] }
    let merger = EventMerger(entities: entities, schema: schema)
    var result: [EventMention] = []
    for event in events {
      let first = max(0, result.count - window)
      if let index = (first..<result.count).first(where: { merger.fits(event, result[$0]) }) {
        merger.join(event, into: &result[index])
      } else if event.isContinuation {
        guard
          let index = (first..<result.count).last(where: { merger.continues(event, result[$0]) })
        else { continue }
        merger.join(event, into: &result[index])
        // What was told as held stays so: "they met; the talks had been planned for weeks".
        if event.isStatusStated, result[index].status != schema.firstStatus {
          result[index].status = event.status
        }
      } else {
        result.append(event)
      }
    }
    let context = JourneyContext(entities: entities, journeys: schema.journeys)
    return context.settled(result)
  }

  private func fits(_ a: EventMention, _ b: EventMention) -> Bool {
    a.kind == b.kind && (a.status == b.status || a.isOccasion) && !a.isSeparate
      && haveSameParties(a, b)
      && (!a.isDistributed && !b.isDistributed || a.participants.count == b.participants.count)
      && haveSameDate(a, b)
      && haveSamePlace(a, b)
  }

  /// Whether a mention without parties of its own speaks of an earlier event.
  private func continues(_ a: EventMention, _ b: EventMention) -> Bool {
    a.kind == b.kind && a.participants == b.participants && haveSameDate(a, b)
      && haveSamePlace(a, b)
  }

  /// Every party of the smaller event takes part in the larger one.
  private func haveSameParties(_ a: EventMention, _ b: EventMention) -> Bool {
    let (small, large) =
      a.participants.count <= b.participants.count
      ? (a.participants, b.participants) : (b.participants, a.participants)
    return !small.isEmpty
      && small.allSatisfy { one in large.contains { isSame(one.entity, $0.entity) } }
  }

  /// The same entity, or a state and somebody who acts for it.
  private func isSame(_ a: EntityID, _ b: EntityID) -> Bool {
    if a == b { return true }
    let (one, other) = (entities[a], entities[b])
    guard let country = one.country, country == other.country else { return false }
    return schema.people.contains(one.kind) != schema.people.contains(other.kind)
  }

  private func haveSameDate(_ a: EventMention, _ b: EventMention) -> Bool {
    guard let one = a.date?.interval, let other = b.date?.interval else { return true }
    return one.overlaps(other)
  }

  private func haveSamePlace(_ a: EventMention, _ b: EventMention) -> Bool {
    guard let one = a.place?.entity, let other = b.place?.entity else { return true }
    if one == other { return true }
    guard let country = entities[one].country, country == entities[other].country else {
      return false
    }
    return isState(one) || isState(other)
  }

  /// A place that is a whole country.
  private func isState(_ id: EntityID) -> Bool { schema.countries.contains(entities[id].kind) }

  /// Adds to a mention what a later one says: named parties, the nearer date, the smaller place. In place, as an event
  /// that is told a thousand times has a thousand claims.
  private func join(_ second: EventMention, into result: inout EventMention) {
    for party in second.participants
    where !result.participants.contains(where: { isSame($0.entity, party.entity) }) {
      result.participants.append(party)
    }
    for party in second.participants {
      guard let index = result.participants.firstIndex(where: { isSame($0.entity, party.entity) }),
        schema.people.contains(entities[party.entity].kind),
        !schema.people.contains(entities[result.participants[index].entity].kind)
      else { continue }
      result.participants[index] = party
    }
    for host in second.hosts where !result.hosts.contains(where: { $0.entity == host.entity }) {
      result.hosts.append(host)
    }
    if isNearer(second, than: result) {
      result.date = second.date
      result.time = second.time
    }
    if let place = second.place, result.place.map({ isState($0.entity) }) ?? true {
      result.place = place
    }
    result.subkind = result.subkind ?? second.subkind
    result.claims += second.claims
  }

  private func isNearer(_ a: EventMention, than b: EventMention) -> Bool {
    guard let date = a.date?.interval else { return false }
    return b.date.map { date.count < $0.interval.count } ?? true
  }
}
