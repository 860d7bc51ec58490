/// Gives journeys that name no place that of another event of the traveller, and drops those that stand alone.
///
/// A text about somebody's journey tells what he did there; a bare "he came" elsewhere is no journey between states.
struct JourneyContext {
  private let entities: EntityTable
  private let journeys: Set<String>
  /// Tokens to the event that a journey may take its place from.
  private static let reach = 250
  /// Events before and after that are looked at.
  private static let window = 12

  init(entities: EntityTable, journeys: Set<String>) {
    self.entities = entities
    self.journeys = journeys
  }

  /// The events of a document in text order, each journey with a place or beside another event of its traveller.
  func settled(_ events: [EventMention]) -> [EventMention] {
    events.indices.compactMap { index in
      let event = events[index]
      guard journeys.contains(event.kind), event.place == nil else { return event }
      let near = max(0, index - Self.window)..<min(events.count, index + Self.window + 1)
      let companions = near.filter { $0 != index && shares(events[$0], event) }
        .map { events[$0] }
      // A text that tells of several events between states is about such things.
      guard !companions.isEmpty || events.filter({ $0.place != nil }).count > 2 else { return nil }
      let abroad = companions.filter { isAbroad($0, for: event) }
        .min { distance($0, event) < distance($1, event) }
      guard let source = abroad, distance(source, event) <= Self.reach else {
        return event
      }
      var result = event
      result.place = source.place
      result.placeSource = "inherited"
      return result
    }
  }

  private func shares(_ a: EventMention, _ b: EventMention) -> Bool {
    a.participants.contains { party in b.participants.contains { $0.entity == party.entity } }
  }

  /// Whether an event took place in a country that is not the traveller's, at a time that may be the journey's.
  private func isAbroad(_ event: EventMention, for journey: EventMention) -> Bool {
    guard event.status == journey.status, let place = event.place,
      let country = entities[place.entity].country,
      journey.participants.contains(where: { entities[$0.entity].country != country })
    else { return false }
    guard let date = event.date?.interval, let other = journey.date?.interval else { return true }
    return date.overlaps(other)
  }

  private func distance(_ a: EventMention, _ b: EventMention) -> Int {
    a.tokens.end <= b.tokens.start
      ? b.tokens.start - a.tokens.end : max(0, a.tokens.start - b.tokens.end)
  }
}
