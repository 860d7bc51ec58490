@testable import Graph

/// Builds extractions for tests in few words.
enum Reports {
  static let vocabulary: LinkVocabulary = {
    var vocabulary = LinkVocabulary(schema: [
      "people": ["person"], "by_country": ["state"], "locations": ["place"],
      "journeys": ["visit"], "gatherings": ["conference"],
      "statuses": ["held", "planned", "sought", "cancelled", "denied"], "settled": ["held"],
      "opposed": ["held", "denied"], "family_name_first": ["CN", "KR", "KP"],
      "office_relation": ["holds_office"], "acting_relation": ["represents"],
      "part_relation": ["part_of"], "location_relation": ["located_in"],
      "journey_relation": ["same_trip"], "contradiction_relation": ["contradicts"],
    ])
    return vocabulary
  }()

  /// A person `name/office/country`, each part empty for none; a state where only the country is given.
  typealias Person = String

  static func document(
    _ id: String, date: String? = nil, text: String? = nil, source: String? = nil,
    _ events: [Extraction.Event] = []
  ) -> Extraction {
    let words = text ?? (1...40).map { "w\($0)of\(id)" }.joined(separator: " ")
    var document = Extraction(
      id: id, sourceID: source, path: "\(id).txt", url: nil, title: nil, date: date,
      sketch: ShingleSketch(words.unicodeScalars), entities: [], events: [])
    for event in events { add(event, to: &document) }
    return document
  }

  static func event(
    _ kind: String, _ people: [Person], status: String = "held", place: String? = nil,
    date: String? = nil
  ) -> Extraction.Event {
    let parts = place.map { $0.split(separator: "/", omittingEmptySubsequences: false) }
    return Extraction.Event(
      id: "", kind: kind, subkind: nil, status: status,
      participants: people.map { party($0, role: "participant") }, hosts: [],
      place: parts.map { parts in
        Extraction.Place(
          entity: nil, name: parts[0].isEmpty ? nil : String(parts[0]),
          country: parts.count > 1 ? String(parts[1]) : nil)
      },
      date: date.map { Extraction.Date(edtf: $0, extent: "within", earliest: nil, latest: nil) },
      quote: Extraction.Quote(start: 0, end: 2, text: "w1"), rule: "test/events.one",
      confidence: 90)
  }

  private static func party(_ person: Person, role: String) -> Extraction.Party {
    let parts = person.split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? nil : String($0) }
    return Extraction.Party(
      entity: nil, name: parts[0], office: parts.count > 1 ? parts[1] : nil,
      country: parts.count > 2 ? parts[2] : nil, role: role)
  }

  private static func add(_ event: Extraction.Event, to document: inout Extraction) {
    var event = event
    event.id = "v\(document.events.count + 1)"
    for index in event.participants.indices {
      let party = event.participants[index]
      let isState = party.name == nil && party.office == nil
      event.participants[index].entity = entity(
        isState ? "state" : "person", isState ? party.country : party.name, party.country,
        party.office, in: &document)
    }
    if let place = event.place {
      event.place?.entity = entity(
        place.name == nil ? "state" : "place", place.name ?? place.country, place.country, nil,
        in: &document)
    }
    document.events.append(event)
  }

  private static func entity(
    _ kind: String, _ name: String?, _ country: String?, _ office: String?,
    in document: inout Extraction
  ) -> String {
    let known = document.entities.first {
      ($0.kind, $0.name, $0.country, $0.office) == (kind, name, country, office)
    }
    if let known { return known.id }
    let id = "e\(document.entities.count + 1)"
    document.entities.append(
      Extraction.Entity(
        id: id, kind: kind, name: name, country: country, office: office, aliases: [],
        mention: Extraction.Quote(start: 0, end: 2, text: "w1"), officeQuote: nil))
    return id
  }

  /// The graph of documents.
  static func graph(_ documents: [Extraction]) -> LinkedGraph {
    var linker = Linker(vocabulary)
    for document in documents { linker.add(document) }
    return linker.graph()
  }

  /// The graph of one event in each document, all dated 2024-01-26.
  static func graph(_ events: Extraction.Event...) -> LinkedGraph {
    graph(
      events.enumerated().map { document("d-\($0.offset)", date: "2024-01-26", [$0.element]) })
  }
}
