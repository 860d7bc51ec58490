import Gazetteer
import Testing
import Text

@testable import Language

@Suite struct ZoneTests {
  private let prose = [
    "BERN (AP) — The two envoys sat down on Monday for the first time in a year, officials said.",
    "They spoke for three hours about the border, which has been closed since the spring.",
    "A second round is to follow next month. No place has been named.",
    "Neither side would say what had been agreed, and both left without a word to the press.",
  ]

  private func kinds(_ lines: [String], title: String? = nil) throws -> [ZoneKind] {
    let document = ZoneEnglish.document(lines.joined(separator: "\n"), title: title)
    let sorted = try ZoneEnglish.sorted(document)
    #expect(sorted.map(\.line) == lines)
    return sorted.map(\.kind)
  }

  @Test(arguments: [
    "Met with the king.", "State visit.", "A meeting without an end",
    "The envoys met.\n\nThey left again on Tuesday, without a word to those who waited outside.",
    "The envoys of the two countries sat down\nfor talks in Bern on Monday, the first for\n"
      + "more than a year, and spoke about the\nborder between them.\nThey left on Tuesday.",
  ])
  func aShortTextIsBody(_ text: String) throws {
    let kinds = try ZoneEnglish.sorted(ZoneEnglish.document(text)).map(\.kind)
    #expect(Set(kinds) == [.body])
  }

  @Test func aHeadlineOverCleanTextIsTheTitle() throws {
    #expect(try kinds(["Envoys meet in Bern"] + prose) == [.title] + prose.map { _ in .body })
    #expect(
      try kinds(["Friday, March 1, 2019"] + prose) == [.pageDate] + prose.map { _ in .body })
    #expect(try kinds(prose + ["Bern, 1 March 2019"]) == (prose + [""]).map { _ in .body })
  }

  @Test func aSavedPageIsToldApart() throws {
    let head: [(String, ZoneKind)] = [
      ("Current:Home > WorldEnvoys meet in Bern after a year -Daily Page", .title),
      ("Envoys meet in Bern after a year", .title), ("View", .furniture),
      ("Date:2021-03-02 08:00:00", .pageDate),
    ]
    let tail: [(String, ZoneKind)] = [
      ("___", .furniture), ("Follow AP’s coverage at https://apnews.com/x", .furniture),
      ("Related", .related), ("- Minister meets farmers in the north", .related),
      ("- How to bake bread that keeps", .related), ("Ranking", .related),
      ("Storm moves inland after night of rain", .related),
    ]
    let lines = head.map(\.0) + prose + tail.map(\.0)
    #expect(
      try kinds(lines) == head.map(\.1) + prose.map { _ in .body } + tail.map(\.1))
  }

  @Test func furnitureInsideTheBodyIsLeftOut() throws {
    let between: [(String, ZoneKind)] = [
      ("Advertisement", .furniture), ("Also read | King receives premier in palace", .related),
      ("Sign up for our morning newsletter. Enter your email.", .furniture),
    ]
    var lines = ["Home | World | Sport | Opinion", "Envoys meet in Bern after a year"]
    var expected: [ZoneKind] = [.navigation, .title]
    for (index, paragraph) in prose.enumerated() {
      lines.append(paragraph)
      expected.append(.body)
      if index < between.count {
        lines.append(between[index].0)
        expected.append(between[index].1)
      }
    }
    lines += ["Leave a Reply", "joe says: they meet every year anyway"]
    expected += [.comments, .comments]
    #expect(try kinds(lines) == expected)
  }

  @Test func bylinesAndGivenTitlesAreTold() throws {
    let lines = ["Menu", "Bern talks", "Envoys sit down", "By Ann Example", "Share"] + prose
    #expect(
      try kinds(lines, title: "Bern talks | Daily Page")
        == [.navigation, .title, .navigation, .byline, .furniture] + prose.map { _ in .body })
  }

  @Test(arguments: [
    ("SEOUL, South Korea (AP) — North", "SEOUL, South Korea", "AP", nil),
    ("BEIJING, April 28 (Reuters) - The", "BEIJING", "Reuters", "April 28"),
    ("WASHINGTON —", "WASHINGTON", nil, nil), ("MOSCOW -- The", "MOSCOW", nil, nil),
    ("Jeddah (SPA) -- The", "Jeddah", "SPA", nil),
    ("SOCHI, November 26. /TASS/. The", "SOCHI", "TASS", "November 26"),
    ("RIO DE JANEIRO – The", "RIO DE JANEIRO", nil, nil),
  ])
  func readsDatelines(_ line: String, _ place: String, _ agency: String?, _ date: String?) throws {
    let text = Array(line.utf8)
    let finder = DatelineFinder(tables: try ZoneEnglish.tables(), text: text)
    let found = try #require(finder.dateline(in: TextRange(0, text.count)))
    func quote(_ range: TextRange?) -> String? {
      range.map { String(decoding: text[$0.start..<$0.end], as: UTF8.self) }
    }
    #expect(quote(found.place) == place)
    #expect(quote(found.agency) == agency)
    #expect(quote(found.date) == date)
  }

  @Test(arguments: [
    "Wang — the envoy — said so.", "NATO — which met on Monday — said so.",
    "It was over - at last.",
    "He said (in Bern) that all was well - and left.", "12 - 4 was the result.",
  ])
  func otherDashesAreNone(_ line: String) throws {
    let text = Array(line.utf8)
    let finder = DatelineFinder(tables: try ZoneEnglish.tables(), text: text)
    #expect(finder.dateline(in: TextRange(0, text.count)) == nil)
  }

  @Test func layoutTellsTheArticleFromTheRest() throws {
    var document = InputDocument(path: "page.html", text: [])
    func add(_ text: String, _ context: [String], linked: Bool = false) {
      if !document.text.isEmpty { document.text.append(0x0A) }
      let start = document.text.count
      document.text += text.utf8
      document.blocks.append(
        LayoutBlock(
          range: TextRange(start, document.text.count), kind: .paragraph,
          linkedBytes: linked ? text.utf8.count : 0, context: context))
    }
    let outer = ["div", ".page", "body", "html"]
    add(
      "News of the day from all over the world, and it is told every hour.", ["p", "nav"] + outer)
    for line in prose { add(line, ["p", "div", ".article-body"] + outer) }
    add(
      "Other people read this story, and you may want to read it too.",
      ["p", "div", ".related-box", "div", ".article-body"] + outer)
    add("King receives premier in palace", ["p", "div", ".article-body"] + outer, linked: true)
    add(
      "We think that this is the best of stories, and say so.", ["p", "div", ".comments"] + outer)
    #expect(try ZoneEnglish.body(document) == prose)
  }

  @Test(arguments: [("x\tweather\t", "unknown-kind"), ("x\tshare\tpart", "unknown-match")])
  func aTableMayHoldNothingElse(_ row: String, _ id: String) throws {
    let bytes = Array("text\tkind\tmatch\n\(row)\n".utf8)
    let table = try TableFile.parse(path: "zones.tsv", bytes: bytes)
    do {
      _ = try ZoneTables(table)
      Issue.record("a table with `\(row)` was read")
    } catch {
      #expect(error.diagnostics.map(\.id) == [id])
    }
  }

  /// A word has the same key in the middle of a text, where whole blocks are read, and at its end, where bytes are.
  @Test(arguments: [
    "a", "Envoys", "eighteen", "Nineteen9", "Internationalisation", "2024", "12345678", "don't",
    "Don’t", "naïve", "O'", "USA", "U2", "漢字", "©", "#", "abcdefgh'ij", "x\u{2028}y",
  ])
  func wordsAreTheSameEverywhere(_ word: String) {
    func words(_ text: String, _ end: Int) -> [WordScanner.Word] {
      let bytes = Array(text.utf8)
      var scanner = WordScanner(bytes, from: 0, to: end)
      var words: [WordScanner.Word] = []
      while let word = scanner.next() { words.append(word) }
      return words
    }
    let length = word.utf8.count
    let last = words(word, length)
    let cut = words(word + ", and more words follow", length)
    let inner = words(word + " and more words follow", length + 22).dropLast(4)
    for other in [cut, Array(inner)] {
      #expect(other.map(\.key) == last.map(\.key))
      #expect(other.map(\.end) == last.map(\.end))
      #expect(other.map(\.isCapitalized) == last.map(\.isCapitalized))
      #expect(other.map(\.isUpper) == last.map(\.isUpper))
      #expect(other.map(\.isNumber) == last.map(\.isNumber))
    }
    let folded = word.lowercased().filter { $0 != "'" && $0 != "’" }
    #expect(WordKey.words(of: folded) == last.map(\.key))
  }

  @Test(arguments: [
    ("Attended NATO Summit Meeting.", true), (Self.english, true), (Self.french, false),
    ("Kenyan envoy Okello Mwangi met Hassan Farah.", true),
    (
      "Die beiden Gesandten trafen sich am Montag und sprachen über die Grenze, die seit dem "
        + "Frühling geschlossen ist.", false
    ), ("两国特使星期一在伯尔尼会晤，讨论边界问题。", false),
    ("Два посланника встретились в Берне.", false), ("", true),
  ])
  func coversItsOwnLanguage(_ text: String, _ expected: Bool) throws {
    let bytes = Array(text.utf8)
    let guesser = LanguageGuesser(tables: try ZoneEnglish.tables())
    #expect(guesser.isCovered(bytes, in: [TextRange(0, bytes.count)]) == expected)
  }

  private static let english =
    "Emmanuel Macron, de passage in Paris, met Angela Merkel and "
    + "the mayor of Le Havre, who had come with the envoys of La Paz and San José."
  private static let french =
    "Les deux envoyés se sont rencontrés lundi à Berne pour la première "
    + "fois depuis un an et ont parlé de la frontière, qui est fermée depuis le printemps."
}
