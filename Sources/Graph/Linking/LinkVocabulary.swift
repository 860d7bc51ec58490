/// What the linker needs to know of a domain, from the keys of the pack's schema.
package struct LinkVocabulary: Sendable, Hashable {
  /// Names of the relations that the graph shall have; one that the pack does not name is left out.
  package struct Relations: Sendable, Hashable {
    /// Between a person and what he has an office of: key `office_relation`.
    package var office: String?
    /// Between a person and his state: key `acting_relation`.
    package var acting: String?
    /// Between another acting entity and its state: key `part_relation`.
    package var part: String?
    /// Between a location and its state: key `location_relation`.
    package var location: String?
    /// Between a journey and the next, or an event on it: key `journey_relation`.
    package var journey: String?
    /// Between reports of one event that exclude one another: key `contradiction_relation`.
    package var contradiction: String?

    package init() {}
  }

  /// Kinds of entity whose names are personal: key `people`.
  package var people: Set<String> = []
  /// Kinds that a country code identifies: key `by_country`.
  package var byCountry: Set<String> = []
  /// Kinds that lie somewhere: key `locations`.
  package var locations: Set<String> = []
  /// Kinds of event whose participants travel: key `journeys`.
  package var journeys: Set<String> = []
  /// Kinds of event of which reports name only some participants: key `gatherings`.
  package var gatherings: Set<String> = []
  /// All statuses, the first preferred: key `statuses`.
  package var statuses: [String] = []
  /// Statuses that no later report of another kind undoes: key `settled`.
  package var settled: Set<String> = []
  /// Statuses of which no two are true of one event: key `opposed`.
  package var opposed: Set<String> = []
  /// Countries where the family name may stand first or last: key `family_name_first`.
  package var familyNameFirst: Set<String> = []
  package var relations = Relations()
  package var codes = EventCodes()

  package init() {}

  /// Reads the keys above from a pack's schema; a key that is not there means none.
  package init(schema: [String: [String]], codes: EventCodes = EventCodes()) {
    func set(_ key: String) -> Set<String> { Set(schema[key] ?? []) }
    people = set("people")
    byCountry = set("by_country")
    locations = set("locations")
    journeys = set("journeys")
    gatherings = set("gatherings")
    statuses = schema["statuses"] ?? []
    settled = set("settled")
    opposed = set("opposed")
    familyNameFirst = set("family_name_first")
    relations.office = schema["office_relation"]?.first
    relations.acting = schema["acting_relation"]?.first
    relations.part = schema["part_relation"]?.first
    relations.location = schema["location_relation"]?.first
    relations.journey = schema["journey_relation"]?.first
    relations.contradiction = schema["contradiction_relation"]?.first
    self.codes = codes
  }

  /// Whether two statuses exclude one another.
  func areOpposed(_ a: String, _ b: String) -> Bool {
    a != b && opposed.contains(a) && opposed.contains(b)
  }
}
