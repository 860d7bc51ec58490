import Diagnostics
import FoundationEssentials
import Pipeline
import Testing

@testable import Authoring

/// Runs the pack of `AdaptingPacks.md`, and the sample that adapts the shipped one.
@Suite struct AdaptingTests {
  private let page: DocumentationPage
  private let home: Home

  init() throws {
    page = try DocumentationPage("AdaptingPacks.md")
    home = try Home(
      pack: "tutorial",
      files: ["main.rules": DocumentationPage("WritingRules.md").text(of: "rules")])
    try home.write(page.text(of: "table"), to: "sites.tsv", of: "mine")
    try home.write(page.text(of: "cases"), to: "mine.cases", of: "mine")
    try home.write(page.text(of: "rules"), to: "main.rules", of: "mine")
  }

  private func location() throws -> PackLocator.Location {
    try PackLocator(environmentHome: home.path, workingDirectory: home.path, executable: nil)
      .locate("mine")
  }

  private func report() throws -> PackTester.Report {
    let files = try location().files
    var tester = try PackTester(Pack.load("mine", from: files), files)
    return tester.run()
  }

  @Test func everyCaseOfThePageHolds() throws {
    #expect(try PackChecker.run(location()).mistakes.map { $0.rendered() } == [])
    let report = try report()
    #expect(report.failures.map { $0.rendered() } == [])
    #expect(report.passed > 20)
  }

  /// Without them the cases fail, so that they show what the page says they show.
  @Test(arguments: ["extend list ending", "extend list site", "extend let", "disable rule"])
  func everyAdaptationMatters(_ beginning: String) throws {
    let lines = page.text(of: "rules").split(separator: "\n").filter { !$0.hasPrefix(beginning) }
    try home.write(lines.joined(separator: "\n"), to: "main.rules", of: "mine")
    #expect(try !report().failures.isEmpty)
  }

  @Test func findingsAreShownAsThePageSays() throws {
    try home.write("use more\n" + page.text(of: "rules"), to: "main.rules", of: "mine")
    try home.write(page.text(of: "failing"), to: "more.rules", of: "mine")
    let mistakes = try PackChecker.run(location()).mistakes
    #expect(
      mistakes.map { $0.rendered() }.joined(separator: "\n") + "\n" == page.text(of: "output"))
  }

  /// `check` asks for examples of a pack's own rules only, and not for those of blocks.
  @Test func rulesWithoutExamplesAreWarnedOf() throws {
    let rules = """
      phase more {
        rule bare: "x" => Site { name: match.text } expect "x" => Site
        block quiet: "y"
      }
      """
    try home.write(page.text(of: "rules") + rules, to: "main.rules", of: "mine")
    let report = try PackChecker.run(location())
    #expect(report.mistakes.isEmpty)
    #expect(report.warnings.map(\.id) == ["untested-rule"])
    #expect(report.warnings.first?.message == "`bare` has no `reject`")
    #expect(report.warnings.first?.severity == .warning)
  }

  /// The table of event codes is found where the shipped pack has it.
  @Test func sampleAdaptsTheShippedPack() throws {
    let sample = (name: "regional", folder: Home.root + "/Tests/Samples/regional")
    let files = PackFiles(home: Home.root, pack: sample)
    let pack = try Pack.load(sample.name, from: files)
    var tester = try PackTester(pack, files)
    let report = tester.run()
    #expect(report.failures.map { $0.rendered() } == [])
    #expect(report.passed > 300)
    #expect(throws: Never.self) { try pack.linkVocabulary(files) }
  }
}
