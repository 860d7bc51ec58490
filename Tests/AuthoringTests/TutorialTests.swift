import Diagnostics
import Pipeline
import Testing

@testable import Authoring

/// Runs the pack that `WritingRules.md` builds, so that the page stays true.
@Suite struct TutorialTests {
  private let page: DocumentationPage

  init() throws { page = try DocumentationPage("WritingRules.md") }

  private func report(_ home: Home) throws -> PackTester.Report {
    let files = PackFiles(home: home.path)
    var tester = try PackTester(Pack.load("tutorial", from: files), files)
    return tester.run()
  }

  @Test func everyExampleOfThePageHolds() throws {
    let home = try Home(
      pack: "tutorial",
      files: ["main.rules": page.text(of: "rules"), "tutorial.cases": page.text(of: "cases")])
    let report = try report(home)
    #expect(report.failures.map { $0.rendered() } == [])
    let own = (page.text(of: "rules") + page.text(of: "cases")).split(separator: "\n").count {
      line in
      ["expect ", "reject ", "todo "].contains { line.drop { $0 == " " }.hasPrefix($0) }
    }
    #expect(own >= 14)
    #expect(report.passed > own)
  }

  @Test func theFailureIsShownAsThePageSays() throws {
    // A file that is used is read first, so that the frame stands in the file that is entered.
    let home = try Home(
      pack: "tutorial",
      files: [
        "launches.rules": page.text(of: "rules"),
        "main.rules": "use launches\n" + page.text(of: "failing"),
      ])
    let report = try report(home)
    #expect(report.failures.map { $0.rendered() + "\n" } == [page.text(of: "output")])
  }
}
