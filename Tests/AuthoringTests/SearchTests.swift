import Diagnostics
import FoundationEssentials
import Pipeline
import Testing
import Text

@testable import Authoring

/// Patterns that are looked for in documents.
@Suite struct SearchTests {
  private let home: Home

  init() throws {
    let rules = try Data(
      contentsOf: URL(filePath: Home.root + "/Tests/Samples/mergers/main.rules"))
    home = try Home(
      pack: "mergers", files: ["main.rules": String(decoding: rules, as: UTF8.self)])
    let page = """
      Mergers of the week

      Café Noir said that Acme Corp bought Globex Group. Nobody bought Initech Group.
      """
    try Data(page.utf8).write(to: URL(filePath: home.path + "/page.txt"))
    try Data("Nothing of the kind was said about them.".utf8)
      .write(to: URL(filePath: home.path + "/quiet.txt"))
  }

  private func search(_ pattern: String, jobs: Int = 2) throws -> PatternSearch {
    let location = try PackLocator(
      environmentHome: home.path, workingDirectory: home.path, executable: nil
    ).locate("mergers")
    let inputs = ["page.txt", "quiet.txt", "none.txt"].map { home.path + "/" + $0 }
    return try PatternSearch(pattern, in: location, jobs: jobs, DocumentReader(inputs: inputs))
  }

  private func found(
    _ pattern: String, jobs: Int = 2
  ) async throws -> ([PatternSearch.Document], PatternSearch.Counts) {
    var search = try search(pattern, jobs: jobs)
    var documents: [PatternSearch.Document] = []
    while let next = await search.next() { documents += next }
    return (documents, search.counts)
  }

  /// Annotations of the pack's phases and words, with the sentence around them; offsets count code points.
  @Test(arguments: [1, 3]) func matchesComeInTextOrder(jobs: Int) async throws {
    let (documents, counts) = try await found("<buy> Company", jobs: jobs)
    let document = try #require(documents.first)
    #expect(documents.count == 1 && document.path.hasSuffix("page.txt"))
    #expect(document.occurrences.map(\.text) == ["bought Globex Group", "bought Initech Group"])
    #expect(document.occurrences.map(\.left) == ["Café Noir said that Acme Corp ", "Nobody "])
    #expect(document.occurrences.map(\.right) == [".", "."])
    #expect(document.codePoints == [51..<70, 79..<99])
    #expect(
      document.occurrences.map(\.line) == [
        "Café Noir said that Acme Corp [bought Globex Group].", "Nobody [bought Initech Group].",
      ])
    #expect(counts.line == "2 matches in 1 of 3 documents, 1 rejected")
  }

  /// Groups that only clauses need are found too.
  @Test func patternsSeeWhatIsFoundOnDemand() async throws {
    let (documents, _) = try await found("NounGroup ahead(VerbGroup)")
    #expect(
      documents.flatMap(\.occurrences).map(\.text)
        == ["Café Noir", "Acme Corp", "Nobody", "the kind"])
  }

  @Test(arguments: [
    ("Compny <buy>", "unknown-pattern"), ("Company <buy", "expected-mark"),
    ("Company{size = large}", "unknown-field"),
  ])
  func mistakesOfThePatternAreTold(pattern: String, code: String) throws {
    #expect {
      try search(pattern)
    } throws: { error in
      (error as? DiagnosticList)?.diagnostics.map(\.id) == [code]
    }
  }

  @Test func nothingFoundIsNoError() async throws {
    let (documents, counts) = try await found("\"merger\"")
    #expect(documents.isEmpty)
    #expect(counts.line == "0 matches in 0 of 3 documents, 1 rejected")
  }
}
