import Text

@testable import Graph

/// A record that has something in every member.
enum SampleRecord {
  static let text = "Menu 😀\nVice Minister Ann Roe (é) met \"Bob\u{1}\" in 漢城\\Rome on 3 May.\nEnd"

  static func range(_ quote: String, in text: String = text) -> TextRange {
    let bytes = Array(text.utf8)
    let wanted = Array(quote.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return TextRange(start, start + wanted.count)
  }

  static func make(id: String = "d-aaaaaaaaaaaaaaaa") -> DocumentRecord {
    let zones = [
      ZoneRecord(kind: "navigation", range: range("Menu 😀")),
      ZoneRecord(
        kind: "body", range: range("Vice Minister Ann Roe (é) met \"Bob\u{1}\" in 漢城\\Rome")),
    ]
    var record = DocumentRecord(
      id: id, path: "a/b.txt", language: "en",
      fingerprint: BodyText.fingerprint(text: Array(text.utf8), zones: zones),
      date: DocumentDateRecord(
        edtf: "2024-05-04", extent: "within", method: "given", confidence: 99,
        candidates: [
          .init(edtf: "2024", source: "page line", range: range("End"), rejected: "too late"),
          .init(edtf: "2025-01", source: "url", range: nil, rejected: nil),
        ]), text: Array(text.utf8))
    record.dateline = DatelineRecord(
      place: "Rome", country: "IT", agency: nil, range: range("Rome"))
    record.zones = zones
    record.entities = entities
    record.times = [
      TimeRecord(
        range: range("3 May"), kind: "date", edtf: "2024-05-03", resolution: "partial",
        anchor: "2024-05-04")
    ]
    record.events = [event]
    return record
  }

  private static var entities: [EntityRecord] {
    var person = EntityRecord(
      kind: "person", name: "Ann Roe", country: "FR", office: "Vice Minister",
      mentions: [.init(range: range("Ann Roe"), form: "name", rule: "test/people.titled")])
    person.countrySource = "document"
    person.aliases = ["Roe"]
    let place = EntityRecord(
      kind: "place", name: "Rome", country: "IT", office: nil,
      mentions: [.init(range: range("Rome"), form: "name", rule: "test/places.city")])
    return [person, place]
  }

  private static var event: EventRecord {
    EventRecord(
      kind: "meeting", subkind: nil, status: "held",
      participants: [
        .init(
          entity: 0, name: "Ann Roe", office: "Vice Minister", country: "FR", role: "participant",
          nameSource: "text")
      ], hosts: [],
      place: .init(entity: 1, name: "Rome", country: "IT", source: "clause", inheritedFrom: nil),
      date: .init(
        edtf: "2024-05-03", extent: "within", earliest: "2024-05-03", latest: "2024-05-03",
        text: "3 May", resolution: "partial", anchor: "2024-05-04", inheritedFrom: nil),
      range: range("Ann Roe (é) met \"Bob\u{1}\" in 漢城\\Rome on 3 May"), trigger: range("met"),
      claims: [(status: "held", rule: "test/events.meet")], rule: "test/events.meet",
      confidence: 93)
  }
}
