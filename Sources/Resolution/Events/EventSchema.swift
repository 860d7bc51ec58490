package import Rules
package import Text

/// What the reading of events asks of a pack, looked up once for all documents of a worker.
package final class EventSchema: Sendable {
  let words: EventWords
  let frames: [EventFrame]
  let triggers: TriggerIndex
  /// The claims of an event's status.
  let claims: [EventClaim]
  let people: Set<String>
  let journeys: Set<String>
  /// Kinds of event that have a name of their own, so that a text may tell of one who takes part.
  let gatherings: Set<String>
  /// Kinds of entity that are places.
  let locations: Set<String>
  /// Kinds of event that have no place.
  let placeless: Set<String>
  /// Kinds that a country code identifies.
  let countries: Set<String>
  /// The status of what has happened.
  let firstStatus: String?

  /// Reads a pack; words that the vocabulary does not have are new in it.
  package init(_ program: Program, _ vocabulary: inout Vocabulary) {
    func kinds(_ key: String) -> Set<String> { Set(program.schema[key] ?? []) }
    words = EventWords(program.schema, &vocabulary)
    frames = program.events.flatMap(\.frames).map { EventFrame($0, in: program) }
    triggers = TriggerIndex(program)
    claims = program.claims.filter { $0.field == "status" }.map { EventClaim($0, &vocabulary) }
    people = kinds("people")
    journeys = kinds("journeys")
    gatherings = kinds("gatherings")
    locations = kinds("locations")
    placeless = kinds("placeless")
    countries = kinds("by_country")
    firstStatus = program.schema["statuses"]?.first
  }

  /// Sides that an event of a kind must have: two, but for a journey or a gathering one who acts for a side. To a pack
  /// without states all are private, and everything counts.
  func minimumSides(of kind: String) -> Int {
    countries.isEmpty ? 0 : journeys.contains(kind) || gatherings.contains(kind) ? 1 : 2
  }
}
