import FoundationEssentials
import Graph
import Testing
import Text

@testable import Pipeline

/// A saved page of our own words: a navigation line glued to the title, the title twice, a scraper's date that the text
/// contradicts, headline lists after the article, an office with a typing error, surnames alone.
@Suite struct TrapPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  private static let pack = Result { try Pack.load("diplomacy", from: PackFiles(home: root)) }

  private let text: String
  private let bytes: [UInt8]

  init() throws {
    let data = try Data(contentsOf: URL(filePath: Self.root + "/Tests/Samples/trap-page.txt"))
    bytes = [UInt8](data)
    text = String(decoding: bytes, as: UTF8.self)
  }

  private func record(on date: String? = nil) throws -> DocumentRecord {
    var extractor = try PackExtractor(Self.pack.get())
    var input = InputDocument(path: "trap-page.txt", text: bytes)
    input.date = date
    return try extractor.extract(input)
  }

  private func quote(_ range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  private func times(_ record: DocumentRecord) -> [String: String] {
    Dictionary(
      record.times.map { (quote($0.range), $0.edtf ?? "none") },
      uniquingKeysWith: { first, _ in first })
  }

  private func events(_ record: DocumentRecord, with names: String...) -> [EventRecord] {
    record.events.filter { event in
      names.allSatisfy { name in event.participants.contains { $0.name == name } }
    }
  }

  @Test func dateOfThePageIsRejectedWithItsReason() throws {
    let date = try record().date
    let page = try #require(date.candidates.first { $0.source == "page line" })
    #expect(page.edtf == "2025-02-11")
    #expect(page.rejected?.contains("10th founding anniversary last July") == true)
    #expect(date.method == "text")
    // South Sudan was founded in July 2011, so that the July of its tenth anniversary was that of 2021.
    #expect(date.edtf?.hasPrefix("2021-") == true)
  }

  @Test func aGivenDateIsTrusted() throws {
    let date = try record(on: "2022-01-25").date
    #expect(date.edtf == "2022-01-25")
    #expect(date.method == "given")
    #expect(date.candidates.contains { $0.edtf == "2025-02-11" && $0.rejected != nil })
  }

  @Test(arguments: [nil, "2022-01-25"])
  func timesThatTheTextTells(date: String?) throws {
    let record = try record(on: date)
    let times = times(record)
    #expect(times["last July"] == "2021-07")
    #expect(times["September"] == "2021-09")
    #expect(times["last month"] == (date == nil ? "none" : "2021-12"))
    #expect(times["Monday"] == (date == nil ? "none" : "2022-01-24"))
    #expect(times["this week"] == (date == nil ? "none" : "2022-01-24/2022-01-30"))
    let invitation = try #require(events(record, with: "Ali Moussa", "Sarah Okot").first)
    #expect(invitation.date?.edtf == "2021-06")
    #expect(invitation.status == "sought")
    #expect(invitation.hosts.map(\.name) == ["Deng Mayar"])
  }

  @Test func nothingComesFromOutsideTheBody() throws {
    let record = try record(on: "2022-01-25")
    let body = record.zones.filter { $0.kind == "body" }.map(\.range)
    #expect(body.count == 1)
    for range in record.entities.flatMap(\.mentions).map(\.range) + record.events.map(\.range) {
      #expect(body.contains { $0.start <= range.start && range.end <= $0.end }, "\(quote(range))")
    }
    let names = Set(record.entities.compactMap(\.name))
    for name in ["Kenji Sato", "Pablo Rojas", "Rosa Quispe", "Mehmet Demir", "Japan", "Peru"] {
      #expect(text.contains(name) || name == "Japan")
      #expect(!names.contains(name))
    }
    #expect(body.allSatisfy { quote($0).hasPrefix("NAIROBI, Kenya") })
    #expect(body.allSatisfy { !quote($0).contains("Ten ways") && !quote($0).contains("veryGood") })
  }

  @Test func theTitleMakesNoSecondEvent() throws {
    let record = try record(on: "2022-01-25")
    #expect(events(record, with: "Ingrid Halvorsen").count { $0.kind == "visit" } <= 1)
  }

  @Test func surnamesAreThePeopleNamedBefore() throws {
    let record = try record(on: "2022-01-25")
    let people = record.entities.filter { $0.kind == "person" }
    for name in ["Ingrid Halvorsen", "Deng Mayar", "Akec Garang"] {
      let mentions = try #require(people.first { $0.name == name }).mentions.map { quote($0.range) }
      let surname = try #require(name.split(separator: " ").last.map(String.init))
      #expect(mentions.contains(surname))
      #expect(!people.contains { $0.name == surname })
    }
  }

  /// "Deputy Foreign Minster" is an office all the same.
  @Test func anOfficeWithATypingErrorIsOne() throws {
    let people = try record().entities.filter { $0.kind == "person" }
    let garang = try #require(people.first { $0.name == "Akec Garang" })
    #expect(garang.country == "SS")
    #expect(garang.office?.contains("Foreign") == true)
  }

  @Test func meetingsOfTheBody() throws {
    let record = try record(on: "2022-01-25")
    let summit = try #require(events(record, with: "Deng Mayar", "Tadesse Bekele").first)
    #expect(summit.date?.edtf == "2021-09")
    let hoped = try #require(events(record, with: "Deng Mayar", "Okello Mwangi").first)
    #expect(hoped.status == "sought")
    let planned = try #require(events(record, with: "Wanjiru Otieno", "Akec Garang").first)
    #expect(planned.status == "planned")
    #expect(planned.place?.name == "Kampala")
    #expect(planned.date?.edtf == "2022-01-24/2022-01-30")
  }

  /// Who leads a delegation acts for its state and travels with it.
  @Test func leadersOfDelegations() throws {
    let record = try record(on: "2022-01-25")
    let people = record.entities.filter { $0.kind == "person" }
    #expect(people.first { $0.name == "Ingrid Halvorsen" }?.country == "NO")
    #expect(people.first { $0.name == "Njeri Kamau" }?.country == "KE")
    let visits = events(record, with: "Ingrid Halvorsen").filter { $0.kind == "visit" }
    #expect(visits.count == 1)
    #expect(visits.first?.place?.country == "SS")
  }

  /// "Garang then also met …": date and place are those of the meeting before.
  @Test func whatFollowsAtTheSamePlace() throws {
    let record = try record(on: "2022-01-25")
    let met = try #require(events(record, with: "Ingrid Halvorsen", "Akec Garang").first)
    let then = try #require(events(record, with: "Akec Garang", "Lars Lindqvist").first)
    for event in [met, then] {
      #expect(event.kind == "meeting" && event.status == "held")
      #expect(event.date?.edtf == "2021-12")
      #expect(event.place?.name == "Oslo")
    }
  }

  @Test func aRegionIsAPlaceToTravelTo() throws {
    let record = try record(on: "2022-01-25")
    let journeys = events(record, with: "Deng Mayar").filter { $0.kind == "visit" }
    #expect(journeys.count == 1)
    #expect(journeys.first?.date?.edtf == "2021-09")
    #expect(journeys.first?.place?.country == "ET")
  }

  /// An office of another country's party is that country's.
  @Test func officesOfParties() throws {
    let people = try record().entities.filter { $0.kind == "person" }
    #expect(people.first { $0.name == "Ali Moussa" }?.country == "TD")
  }
}
