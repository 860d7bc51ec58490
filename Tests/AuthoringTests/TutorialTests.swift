import Diagnostics
import FoundationEssentials
import Pipeline
import Testing

@testable import Authoring

/// Runs the pack that `WritingRules.md` builds, so that the page stays true.
@Suite struct TutorialTests {
  private static let page = "/Sources/Authoring/Authoring.docc/WritingRules.md"

  private let blocks: [(language: String, text: String)]

  init() throws {
    let data = try Data(contentsOf: URL(filePath: Home.root + Self.page))
    var blocks: [(language: String, text: String)] = []
    var isOpen = false
    for line in String(decoding: data, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append((String(line.dropFirst(3)), "")) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    self.blocks = blocks
  }

  private func text(of language: String) -> String {
    blocks.filter { $0.language == language }.map(\.text).joined(separator: "\n")
  }

  private func report(_ home: Home) throws -> PackTester.Report {
    let files = PackFiles(home: home.path)
    var tester = try PackTester(Pack.load("tutorial", from: files), files)
    return tester.run()
  }

  @Test func everyExampleOfThePageHolds() throws {
    let home = try Home(
      pack: "tutorial",
      files: ["main.rules": text(of: "rules"), "tutorial.cases": text(of: "cases")])
    let report = try report(home)
    #expect(report.failures.map { $0.rendered() } == [])
    let own = (text(of: "rules") + text(of: "cases")).split(separator: "\n").count { line in
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
        "launches.rules": text(of: "rules"), "main.rules": "use launches\n" + text(of: "failing"),
      ])
    let report = try report(home)
    #expect(report.failures.map { $0.rendered() + "\n" } == [text(of: "output")])
  }
}
