import FoundationEssentials
import Testing
import Text

@testable import Resolution

@Suite struct DocumentDateTests {
  private static let states = [
    FoundedState(code: "KP", names: ["North Korea"], founded: interval("1948-09")),
    FoundedState(
      code: "KE", names: ["Kenya", "Republic of Kenya"], founded: interval("1963-12-12")),
  ]

  private static func interval(_ text: String) -> Resolution.DateInterval {
    EDTF.parse(text) ?? Resolution.DateInterval(CalendarDay(daysSinceEpoch: 0))
  }

  /// The date of a page: a head, a body whose times have the tenses of `futures` (quotes), none of those that are
  /// `unclear`, or are past.
  private func date(
    head: String = "", _ body: String, futures: Set<String> = [], unclear: Set<String> = [],
    setUp: (inout InputDocument) -> Void = { _ in }
  ) throws -> DocumentDate {
    let english = try English(head.isEmpty ? body : head + "\n" + body)
    let headEnd = head.utf8.count
    let split = english.segmented.tokens.firstIndex { $0.range.start >= headEnd } ?? 0
    let all = english.segmented.tokens.count
    var document = InputDocument(path: "page.txt", text: english.text)
    setUp(&document)
    let mentions = english.expressions.filter { $0.tokens.start >= split }.map {
      let quote = english.quote($0)
      let tense = futures.contains(quote) ? TimeTense.future : .past
      return TimeMention($0, tense: unclear.contains(quote) ? .unknown : tense)
    }
    let input = DocumentDateInput(
      document: document, text: english.segmented, vocabulary: english.vocabulary,
      head: split > 0 ? [TokenRange(0, split)] : [], body: [TokenRange(split, all)],
      mentions: mentions)
    let words = try English.words()
    var recognizer = TimeRecognizer(words: words)
    return DocumentDateFinder(words: words, states: Self.states)
      .date(of: input, recognizer: &recognizer)
  }

  // MARK: Who says it

  @Test func trustsAGivenDate() throws {
    let found = try date("They met on Friday.") { $0.date = "2024-01-26" }
    #expect(found.edtf == "2024-01-26" && found.method == .given && found.confidence > 0.95)
  }

  @Test func rejectsAGivenDateThatAnAnniversaryExcludes() throws {
    let body = "Guests came to North Korea's 75th founding anniversary last September."
    let found = try date(body) { $0.date = "2015-03-01" }
    #expect(found.edtf == "2023-10/2024-09" && found.method == .text)
    #expect(found.candidates.first?.rejected?.hasPrefix("earlier than the text allows:") == true)
  }

  @Test func keepsAGivenDateAgainstSoftEvidence() throws {
    let found = try date("They met on Monday, May 6, 2019.") { $0.date = "2024-01-26" }
    #expect(found.method == .given)
  }

  @Test(arguments: [
    ("https://news.example/2024/01/26/talks.html", "2024-01-26"),
    ("https://news.example/world/2024-01-26-talks", "2024-01-26"),
    ("https://news.example/20240126/talks", "2024-01-26"),
    ("https://news.example/2024/jan/26/talks", "2024-01-26"),
  ])
  func readsAddresses(_ url: String, _ expected: String) throws {
    let found = try date("They met in Bern.") { $0.url = url }
    #expect(found.edtf == expected && found.method == .url)
  }

  @Test(arguments: ["https://news.example/2024/13/45/x", "https://n.example/id/99999999", "x"])
  func readsNoOtherAddresses(_ url: String) throws {
    #expect(try date("They met in Bern.") { $0.url = url }.edtf == nil)
  }

  @Test func trustsMetadataMoreWhereTheAddressAgrees() throws {
    let metadata = MetadataDate(source: "json-ld datePublished", value: "2024-01-26T08:00:00Z")
    let alone = try date("They met.") { $0.metadataDates = [metadata] }
    let agreed = try date("They met.") {
      $0.metadataDates = [metadata]
      $0.url = "https://news.example/2024/01/26/talks"
    }
    #expect(alone.edtf == "2024-01-26" && alone.method == .metadata)
    #expect(agreed.confidence > alone.confidence)
  }

  @Test(arguments: [
    ("NAIROBI, May 3, 2021 (KNA) -- The envoys met.", "2021-05-03"),
    ("SOCHI, November 26. /AAA/. They first met on November 9, 2021.", "2021-11-26"),
    ("LIMA, Aug 6 - Rates fell on Tuesday. Growth slowed in July 2024.", "2024-08-06"),
  ])
  func readsDatelines(_ body: String, _ expected: String) throws {
    let found = try date(body)
    #expect(found.edtf == expected && found.method == .dateline)
  }

  /// After 1993 the day falls on a Saturday in 1997, 2003, 2008 and 2014.
  @Test func takesTheYearBesideOneThatTheBodyNames() throws {
    let body = "LIMA, Sept 6 - They met on Saturday. It was shut in 1993. It is due in May 2009."
    #expect(try date(body, unclear: ["May 2009"]).edtf == "2008-09-06")
  }

  @Test func takesNoSentenceForADateline() throws {
    #expect(try date("On May 3, 2021, the envoys met.").method != .dateline)
  }

  @Test(arguments: [
    ("View\nDate:2024-04-18 08:04:47", "2024-04-18", DocumentDate.Method.pageLine),
    ("By Ann Ode, Staff Writer\n18 April 2024 - Africa", "2024-04-18", .pageLine),
    ("April 18, 2024 by the editor", "2024-04-18", .byline),
    ("Issued on: 18/04/2024 - 07:55", "2024-04-18", .pageLine),
    ("Source: agencies\n18.04.2024 17:05", "2024-04-18", .pageLine),
  ])
  func readsPageLines(_ head: String, _ expected: String, _ method: DocumentDate.Method) throws {
    let found = try date(head: head, "The envoys met in Bern.")
    #expect(found.edtf == expected && found.method == method)
  }

  @Test func letsTheDatelineOrderDayAndMonth() throws {
    let found = try date(
      head: "Issued on: 09/07/2018", "ASMARA, July 9 (AAA) - Envoys met in May 2018.")
    #expect(found.edtf == "2018-07-09")
    #expect(found.candidates.allSatisfy { $0.rejected == nil })
  }

  @Test func takesTheCrawlLast() throws {
    let found = try date("They met.") { $0.crawlDate = "2024-05-01" }
    #expect(found.edtf == "2024-05-01" && found.method == .crawl && found.confidence < 0.5)
  }

  @Test func saysNothingWhereNothingTells() throws {
    let found = try date("They met on Wednesday.")
    #expect(found.interval == nil && found.method == .none && found.candidates.isEmpty)
  }

  // MARK: What the text implies

  @Test(arguments: [
    ("Guests came to North Korea's 75th founding anniversary last September.", "2023-10/2024-09"),
    (
      "Guests came to the 75th anniversary of North Korea's founding last September.",
      "2023-10/2024-09"
    ),
    (
      "Guests came to the 75th anniversary of the founding of North Korea last September.",
      "2023-10/2024-09"
    ),
    ("Guests came to Kenya's 60th anniversary of its independence last month.", "2024-01"),
    ("Guests came to Kenya's 60th independence anniversary yesterday.", "2023-12-13"),
  ])
  func countsAnniversaries(_ body: String, _ expected: String) throws {
    #expect(try date(body).edtf == expected)
  }

  @Test(arguments: [
    "Both marked the 75th anniversary of establishing ties last September.",
    "It was the 75th anniversary of the founding of North Korea's army last September.",
    "They marked the 75th founding anniversary last September.",
    "It was North Korea's 75th founding anniversary.",
  ])
  func countsNoOtherAnniversaries(_ body: String) throws {
    #expect(try date(body).edtf == nil)
  }

  @Test(arguments: [
    ("He spoke on Sunday (19 March 2023).", "2023-03-19"),
    ("He spoke on Tuesday. They had met on Saturday, Feb. 29, 2020.", "2020-03-03"),
    ("He stays until Friday, 8 April 2022. He came on Thursday.", "2022-04-07"),
    ("They met on Monday, July 28. A clash had come in May 2025.", "2025-07-28"),
    ("They spoke on Tuesday. A note dated August 8, 2023 said so.", "2023-08-08"),
  ])
  func readsWeekdaysBesideDays(_ body: String, _ expected: String) throws {
    let found = try date(body, futures: ["Friday, 8 April 2022"])
    #expect(found.edtf == expected && found.method == .text)
  }

  @Test(arguments: [
    ("They met on Monday, July 28. A clash had come in May 2025.", "2026-01-09"),
    ("He fell ill in 2019.", "2018-05-01"),
    ("They spoke on Tuesday. A note dated August 8, 2023 said so.", "2024-03-30"),
  ])
  func rejectsPageLinesThatTheTextExcludes(_ body: String, _ page: String) throws {
    let found = try date(head: "Date:\(page)", body)
    #expect(found.method != .pageLine)
    let reason = try #require(found.candidates.first { $0.source == "page line" }?.rejected)
    #expect(reason.contains("than the text allows: "))
  }

  @Test func boundsTheDateByWhatIsToCome() throws {
    let late = try date(head: "Date:2020-06-01", "They will meet in 2018.", futures: ["2018"])
    #expect(late.method == .none)
    let fitting = try date(head: "Date:2017-06-01", "They will meet in 2018.", futures: ["2018"])
    #expect(fitting.edtf == "2017-06-01")
  }

  @Test func readsAPresentYear() throws {
    let body = "They vowed to work closely in 2024, as the two mark a jubilee."
    #expect(try date(head: "Date:2025-04-18", body).edtf == "2023-10/2024-12")
    #expect(try date(head: "Date:2024-04-18", body).edtf == "2024-04-18")
  }

  // MARK: The first real page

  /// Skips where the page is not at hand.
  @Test func datesTheFirstPage() throws {
    let file = English.root.deletingLastPathComponent().appending(path: "shared/seed/page.txt")
    guard let data = try? Data(contentsOf: file) else { return }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("SEOUL") })
    let end = try #require(lines.firstIndex { $0 == "___" })
    let head = lines[..<start].joined(separator: "\n")
    let body = lines[start..<end].joined(separator: "\n")
    let found = try date(head: head, body)
    #expect(found.edtf == "2023-10/2024-09" && found.method == .text)
    let page = try #require(found.candidates.first { $0.edtf == "2025-04-18" })
    #expect(page.rejected?.hasPrefix("later than the text allows: \"75th founding") == true)
    let english = try English(body)
    let open = english.resolved(on: "2023-10/2024-09").split(separator: "; ")
    #expect(open.contains("last September=2023-09") && open.contains("July=2023-07"))
    #expect(open.contains("last month=-") && open.contains("this week=-"))
    let given = try date(head: head, body) { $0.date = "2024-01-26" }
    #expect(given.edtf == "2024-01-26" && given.method == .given)
    let known = english.resolved(on: "2024-01-26").split(separator: "; ")
    #expect(known.contains("last month=2023-12") && known.contains("Thursday=2024-01-25"))
    #expect(known.contains("this week=2024-01-22/2024-01-28"))
  }
}
