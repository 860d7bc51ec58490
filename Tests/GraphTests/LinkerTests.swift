import Testing

@testable import Gazetteer
@testable import Graph

@Suite struct LinkerTests {
  private static func corpus() -> [Extraction] {
    let people = ["Ann Roe/minister/FR", "Bob Poe/president/DE", "/president/IT", "//CN"]
    let places = ["Rome/IT", "/IT", "Bonn/DE", nil]
    let statuses = ["held", "planned", "denied"]
    var random = StoryPages.Generator(state: 3)
    return (0..<80).map { number in
      let events = (0..<3).map { _ in
        Reports.event(
          ["meeting", "visit", "call"].randomElement(using: &random) ?? "",
          Array(people.shuffled(using: &random).prefix(2)),
          status: statuses.randomElement(using: &random) ?? "",
          place: places.randomElement(using: &random) ?? nil,
          date: Bool.random(using: &random)
            ? "2024-0\(Int.random(in: 1...4, using: &random))" : nil)
      }
      return Reports.document(
        "d-\(number)", date: number % 9 == 0 ? nil : "2024-02-\(10 + number % 19)",
        text: (0..<50).map { "word\($0 + number / 3 * 100)" }.joined(separator: " "), events)
    }
  }

  @Test func orderDoesNotMatter() {
    let corpus = Self.corpus()
    let expected = Reports.graph(corpus).lines()
    #expect(expected.count > 100)
    var random = StoryPages.Generator(state: 5)
    for _ in 0..<5 {
      #expect(Reports.graph(corpus.shuffled(using: &random)).lines() == expected)
    }
  }

  @Test func linesAreSortedAndIdsUnique() {
    let graph = Reports.graph(Self.corpus())
    var ids: [String] = graph.documents.map(\.id) + graph.entities.map(\.id)
    ids += graph.relations.map(\.id) + graph.events.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(graph.lines().count == graph.count)
    #expect(Set(graph.documents.map(\.story)).count == 27)
  }

  /// What joins later documents does not change the ids of what was there, if it comes after in the order of ids.
  @Test func idsAreTheSmallestMembers() {
    let event = Reports.event("visit", ["Ann Roe/minister/FR"], place: "/IT", date: "2024-01-20")
    let one = Reports.graph([Reports.document("d-1", date: "2024-01-26", [event])])
    let two = Reports.graph([
      Reports.document("d-1", date: "2024-01-26", [event]),
      Reports.document("d-2", date: "2024-01-26", [event]),
    ])
    #expect(one.events.map(\.id) == two.events.map(\.id))
    #expect(one.entities.map(\.id) == two.entities.map(\.id))
    #expect(one.relations.map(\.id) == two.relations.map(\.id))
    #expect(two.events.first?.confidence == 94)
  }

  @Test func rejectsASecondDocumentOfOneSource() {
    let documents = ["d-2", "d-1", "d-3"].map {
      Reports.document($0, source: $0 == "d-3" ? "b" : "a")
    }
    for order in [documents, documents.reversed()] {
      let graph = Reports.graph(order)
      #expect(graph.documents.map(\.id) == ["d-1", "d-3"])
      #expect(graph.rejects.map(\.path) == ["d-2.txt"])
      #expect(graph.rejects.map(\.code) == [.duplicate])
    }
    let again = Reports.graph([documents[0], documents[0]])
    #expect(again.documents.count == 1)
    #expect(again.rejects.count == 1)
  }

  @Test func takesCodesFromATable() throws {
    let text = """
      kind\tsubkind\tstatus\tfirst\tsecond
      visit\t\t\tV\t
      visit\t\tplanned\tVP\t2
      call\t\t\tC\t3
      """
    let table = try TableFile.parse(path: "codes.tsv", bytes: Array(text.utf8))
    let codes = try EventCodes(table)
    #expect(codes.codes(kind: "visit", subkind: "x", status: "held").map(\.code) == ["V", nil])
    #expect(codes.codes(kind: "visit", subkind: nil, status: "planned").map(\.code) == ["VP", "2"])
    #expect(codes.codes(kind: "other", subkind: nil, status: "held").map(\.code) == [nil, nil])
  }

  /// Twice the corpus takes about twice the steps: pages of one person's many events.
  @Test func manyEventsOfOnePersonAreQuick() {
    let documents = (0..<4000).map { number in
      let day = 10 + number % 18
      return Reports.document(
        "d-\(number)", date: "\(1950 + number % 70)-05-\(day)",
        [
          Reports.event(
            "visit", ["Ann Roe/minister/FR"], place: "/IT", date: "\(1950 + number % 70)-05-\(day)")
        ])
    }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(Reports.graph(documents).events.count == 630) }
    #expect(time < .seconds(20))
  }
}
