import Testing

@testable import Graph

@Suite struct EventLinkerTests {
  private static let ann = "Ann Lee Roe/foreign minister/FR"
  private static let bob = "Bob Poe/president/DE"
  private static let cat = "Cat Doe/president/IT"

  private static func meeting(
    _ people: [String], _ status: String = "held", at place: String? = nil, on date: String? = nil
  ) -> Extraction.Event {
    Reports.event("meeting", people, status: status, place: place, date: date)
  }

  @Test func joinsTwoReports() {
    let graph = Reports.graph(
      Self.meeting([Self.ann, Self.bob], at: "Rome/IT", on: "2024-01"),
      Self.meeting([Self.bob, Self.ann], at: "/IT", on: "2024-01-20"))
    #expect(graph.events.count == 1)
    #expect(graph.events.first?.date?.edtf == "2024-01-20")
    #expect(graph.events.first?.place?.name == "Rome")
    #expect(
      graph.events.first?.label
        == "Ann Lee Roe (FR) – Bob Poe (DE), Rome, 2024-01-20")
    #expect(graph.events.first?.documents == 2)
    #expect(graph.events.first?.stories == 2)
  }

  /// Two reports that must stay two events.
  static let apart: [(Extraction.Event, Extraction.Event)] = [
    // Another kind.
    (
      meeting([ann, bob], on: "2024-01-20"),
      Reports.event("call", [ann, bob], date: "2024-01-20")
    ),
    // Another partner.
    (meeting([ann, bob], on: "2024-01-20"), meeting([ann, cat], on: "2024-01-20")),
    // Another day.
    (meeting([ann, bob], on: "2024-01-20"), meeting([ann, bob], on: "2024-01-21")),
    // Another city.
    (
      meeting([ann, bob], at: "Rome/IT", on: "2024-01-20"),
      meeting([ann, bob], at: "Milan/IT", on: "2024-01-20")
    ),
    // Neither has a date.
    (meeting([ann, bob]), meeting([ann, bob])),
    // The date is missing, and the document is years away.
    (meeting([ann, bob]), meeting([ann, bob], on: "2021-01-20")),
    // One party, and the rest is only missing.
    (meeting([ann]), meeting([ann, bob], on: "2024-01-20")),
    // No party is the same: a state only stands for its minister.
    (meeting(["//FR", "//DE"], on: "2024-01-20"), meeting([ann, bob], on: "2024-01-20")),
    // The same office of another country.
    (
      meeting(["/president/DE", ann], on: "2024-01-20"),
      meeting(["/president/IT", ann], on: "2024-01-20")
    ),
    // Statuses that exclude one another.
    (meeting([ann, bob], on: "2024-01-20"), meeting([ann, bob], "denied", on: "2024-01-20")),
    // Visits to two countries.
    (
      Reports.event("visit", [ann], place: "/IT", date: "2024-01-20"),
      Reports.event("visit", [ann], place: "/DE", date: "2024-01-20")
    ),
  ]

  @Test(arguments: apart.indices) func keepsApart(_ index: Int) {
    let (one, other) = Self.apart[index]
    #expect(Reports.graph(one, other).events.count == 2)
    #expect(Reports.graph(other, one).events.count == 2)
  }

  @Test func takesOfficeAndStateForThePerson() {
    let graph = Reports.graph(
      Self.meeting(["/President/DE", "//FR"], on: "2024-01-20"),
      Self.meeting([Self.ann, Self.bob], on: "2024-01-20"))
    #expect(graph.events.count == 1)
    #expect(graph.events.first?.participants.map(\.name) == ["Bob Poe", "Ann Lee Roe"])
  }

  @Test func takesMoreReportsOfAGathering() {
    let one = Reports.event("conference", [Self.ann, Self.bob], date: "2024-01-20")
    let other = Reports.event("conference", [Self.ann, Self.cat], date: "2024-01-20")
    let graph = Reports.graph(one, other)
    #expect(graph.events.count == 1)
    #expect(graph.events.first?.participants.count == 3)
  }

  @Test func joinsUndatedReportsOfOneStoryOnly() {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    let event = Self.meeting([Self.ann, Self.bob])
    let copies = ["d-a", "d-b"].map { Reports.document($0, text: text, [event, event]) }
    // Within a document the two are two, as it tells them apart.
    #expect(Reports.graph(copies).events.map(\.documents) == [2, 2])
  }

  /// One party and nothing else: the same only where copies of a story use the same words.
  @Test func joinsVagueReportsOfCopiesOnly() {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    let event = Self.meeting([Self.ann])
    let copies = ["d-a", "d-b"].map { Reports.document($0, text: text, [event]) }
    #expect(Reports.graph(copies).events.map(\.documents) == [2])
    let planned = Self.meeting([Self.ann], "planned")
    var document = Reports.document("d-a", date: "2024-01-26", [event, planned])
    document.events[1].quote.text = "w2"
    #expect(Reports.graph([document]).events.count == 2)
  }

  @Test func tellsAnEventsLife() {
    let people = [Self.ann, Self.bob]
    let graph = Reports.graph([
      Reports.document("d-3", date: "2024-02-02", [Self.meeting(people, "planned", on: "2024-02")]),
      Reports.document("d-2", date: "2024-02-04", [Self.meeting(people, on: "2024-02-03")]),
      Reports.document("d-1", date: "2024-01-10", [Self.meeting(people, "sought", on: "2024-02")]),
    ])
    #expect(graph.events.count == 1)
    #expect(graph.events.first?.status == "held")
    #expect(graph.events.first?.history.map(\.status) == ["sought", "planned", "held"])
    #expect(graph.events.first?.history.map(\.document) == ["d-1", "d-3", "d-2"])
    #expect(graph.events.first?.members.map(\.document) == ["d-1", "d-2", "d-3"])
  }

  @Test func keepsHeldWhenALaterPageRepeatsThePlan() {
    let people = [Self.ann, Self.bob]
    let graph = Reports.graph([
      Reports.document("d-1", date: "2024-02-04", [Self.meeting(people, on: "2024-02-03")]),
      Reports.document("d-2", date: "2024-03-09", [Self.meeting(people, "planned", on: "2024-02")]),
    ])
    #expect(graph.events.map(\.status) == ["held"])
  }

  @Test func relatesContradictionsAndJourneys() {
    let graph = Reports.graph(
      Self.meeting([Self.ann, Self.bob], at: "Rome/IT", on: "2024-01-20"),
      Self.meeting([Self.ann, Self.bob], "denied", on: "2024-01-20"),
      Reports.event("visit", [Self.ann], place: "/IT", date: "2024-01-19/2024-01-20"),
      Reports.event("visit", [Self.ann], place: "/DE", date: "2024-01-22"))
    let kinds = graph.relations.filter { $0.subject.hasPrefix("v-") }.map(\.kind).sorted()
    #expect(kinds == ["contradicts", "same_trip", "same_trip"])
  }
}
