import Testing

@testable import Graph

@Suite struct EntityLinkerTests {
  /// The names of people in two documents, and whether they are one.
  static let pairs: [(String, String, isOne: Bool)] = [
    ("Pak Myong Ho//KP", "PAK Myong-ho//KP", true),
    ("Pak Myong Ho//KP", "Myong Ho Pak//KP", true),
    ("Pak Myong Ho//KP", "Pak Myong Ho//KR", false),
    ("Pak Myong Ho/minister/KP", "Pak Myong Ho/vice minister/", true),
    ("Pak Myong Ho/minister/KP", "Pak Myong Ho/goalkeeper/", false),
    ("José Núñez//ES", "Jose Nunez//ES", true),
    ("Omar Ali//EG", "Ali Omar//EG", false),
    ("John Q Public//US", "John Public//US", true),
    ("John Q Public//US", "John Public//GB", false),
    ("/president/EG", "/President/EG", true),
    ("/president/EG", "/president/SY", false),
    ("/president/EG", "Anwar Example/president/EG", false),
    ("Kim/president/KR", "Kim/president/KR", true),
    ("Kim//KR", "Kim//KR", false),
    ("Anna Smith//", "Anna Smith//", true),
    ("Anna Smith/analyst/", "Anna Smith/senator/", false),
  ]

  @Test(arguments: pairs) func joinsPeople(_ one: String, _ other: String, isOne: Bool) {
    let events = [one, other].map { Reports.event("visit", [$0]) }
    let graph = Reports.graph(events[0], events[1])
    #expect(graph.entities.count == (isOne ? 1 : 2))
  }

  @Test func leavesTheCountryOpenWhereTwoFit() {
    let graph = Reports.graph(
      Reports.event("visit", ["Lee Min//KR"]), Reports.event("visit", ["Lee Min//CN"]),
      Reports.event("visit", ["Lee Min//"]))
    #expect(graph.entities.count == 3)
  }

  @Test func joinsStatesByCodeAndPlacesByNameAndCountry() {
    let graph = Reports.graph(
      Reports.event("visit", ["//CN"], place: "Springfield/US"),
      Reports.event("visit", ["//CN"], place: "springfield/CA"),
      Reports.event("visit", ["//CN"], place: "Springfield/US"))
    #expect(graph.entities.filter { $0.kind == "state" }.count == 1)
    #expect(graph.entities.filter { $0.kind == "place" }.map(\.documents).sorted() == [1, 2])
  }

  @Test func relatesPeopleToOfficesAndStates() {
    let graph = Reports.graph(
      Reports.event("visit", ["Ann Roe/minister/FR", "//FR"], place: "Lyon/FR"))
    let kinds = graph.relations.map(\.kind).sorted()
    #expect(kinds == ["holds_office", "located_in", "represents"])
    let state = graph.entities.first { $0.kind == "state" }?.id
    #expect(graph.relations.allSatisfy { $0.object == state })
    #expect(graph.relations.allSatisfy { $0.observed == ["2024-01-26", "2024-01-26"] })
  }
}
