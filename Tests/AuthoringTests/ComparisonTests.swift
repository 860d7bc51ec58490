import FoundationEssentials
import Pipeline
import Testing
import Text

@testable import Authoring

/// Differences between two states of a pack: what is gained, lost and changed, and how it is told.
@Suite struct ComparisonTests {
  private static func fact(
    _ kind: Fact.Kind = .event, at start: Int, _ status: String?, by rule: String = "m/main.a"
  ) -> Fact {
    Fact(
      kind: kind, range: TextRange(start, start + 3),
      values: [.init(name: "kind", text: "merger"), .init(name: "status", text: status)],
      rule: rule, quote: "Acme \"bought\"")
  }

  @Test func factsAreComparedByPlaceAndValue() {
    let lost = Self.fact(at: 0, "held")
    let (before, after) = (Self.fact(at: 10, "held"), Self.fact(at: 10, nil))
    let gained = Self.fact(.mention, at: 5, nil)
    let differences = Difference.all(
      from: [lost, before, Self.fact(at: 20, "held")],
      to: [gained, after, Self.fact(at: 20, "held", by: "m/main.b")])
    #expect(differences == [.lost(lost), .changed(before, after), .gained(gained)])
  }

  /// Two events may have one trigger.
  @Test func factsOfOnePlaceAreTakenInOrder() {
    let (first, second) = (Self.fact(at: 0, "held"), Self.fact(at: 0, "planned"))
    #expect(Difference.all(from: [first, second], to: [first, second]) == [])
    #expect(Difference.all(from: [first], to: [first, second]) == [.gained(second)])
  }

  @Test func linesSayWhatDiffers() {
    let (old, new) = (Self.fact(at: 0, "held"), Self.fact(at: 0, nil))
    #expect(
      Difference.changed(old, new).lines
        == ["~ event: status held → - [m/main.a]", "    \"Acme \"bought\"\""])
    #expect(
      Difference.gained(old).lines.first == "+ event: kind merger; status held [m/main.a]")
    #expect(Difference.lost(new).lines.first == "- event: kind merger [m/main.a]")
  }

  @Test(arguments: [
    ("a  b\n\tc", "a b c"), ("a\u{1B}[2Jb", "a [2Jb"), ("a\u{202F}b", "a b"), ("", ""),
  ])
  func quotesAreOneLineWithoutControlCharacters(text: String, line: String) {
    #expect(Quote.line(text) == line)
  }

  @Test func quotesAreCut() {
    let text = String(repeating: "é", count: Quote.limit)
    #expect(Quote.line(text) == text)
    #expect(Quote.line(text + "x") == text + "…")
  }

  /// A pack that takes "acquire" for no takeover and what is past for announced.
  @Test func packsAreComparedOverDocuments() async throws {
    let rules = try String(
      decoding: Data(contentsOf: URL(filePath: Home.root + "/Tests/Samples/mergers/main.rules")),
      as: UTF8.self)
    let home = try Home(pack: "old", files: ["main.rules": rules])
    let edited = rules.replacing("[buy, acquire]", with: "[buy]")
      .replacing("[tense = future]", with: "[tense = past]")
    try home.write(edited, to: "main.rules", of: "new")
    let page = home.path + "/page.txt"
    let text = """
      Mergers of the week

      Acme Corp acquired Globex Group.

      Acme Corp merged with Initech Group.
      """
    try Data(text.utf8).write(to: URL(filePath: page))
    let locator = PackLocator(
      environmentHome: home.path, workingDirectory: home.path, executable: nil)
    func pack(_ name: String) throws -> Pack {
      try Pack.load(name, from: locator.locate(name).files)
    }
    var comparison = try PackComparison(
      old: pack("old"), new: pack("new"), of: [.event],
      DocumentReader(inputs: [page, home.path + "/none.txt"]))
    let documents = try #require(await comparison.next())
    #expect(await comparison.next() == nil)
    let lines = documents.flatMap(\.differences).flatMap(\.lines)
    #expect(
      lines == [
        "- event: kind takeover; status completed; participants Acme Corp, Globex Group [old/main.buy]",
        "    \"Acme Corp acquired Globex Group\"",
        "~ event: status completed → announced [new/main.merge]",
        "    \"Acme Corp merged with Initech Group\"",
      ])
    let counts = comparison.counts
    #expect(counts.documents == 2 && counts.rejected == 1 && counts.differing == 1)
    #expect(
      counts.lines.first
        == "1 of 2 documents differ, 1 rejected: events +0 -1 ~1, mentions +0 -0 ~0")
  }
}
