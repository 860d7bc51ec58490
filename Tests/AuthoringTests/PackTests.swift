import Diagnostics
import FoundationEssentials
import Pipeline
import Rules
import Testing

@testable import Authoring

@Suite struct PackTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// Every example that stands in the shipped rules.
  @Test func shippedPackPassesItsExamples() throws {
    let files = PackFiles(home: Self.root)
    var tester = try PackTester(Pack.load("diplomacy", from: files), files)
    let report = tester.run()
    #expect(report.failures.map { $0.rendered() } == [])
    #expect(report.passed > 50)
  }

  /// A pack of another domain runs through the same engine; its failing example is shown in place.
  @Test func runsAPackOfAnotherDomain() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let english = home.appending(path: "Pipelines")
    try FileManager.default.createDirectory(at: english, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Self.root)/Pipelines/english", toPath: english.appending(path: "english").path())
    let folder = english.appending(path: "mergers")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let rules = """
      use english/groups
      type Company { name: text }
      type Takeover { buyer: text, target: text }
      phase companies in sentence, select longest {
        rule company: n: [case = capitalized]+ ahead([class = verb] | ".")
          => Company { name: n.text }
          expect "Acme buys Globex." => Company { name: "Globex" }
          reject "nothing happened."
      }
      phase takeovers in sentence, select longest {
        rule takeover: a: Company [lemma in [buy, acquire]] b: Company
          => Takeover { buyer: a.name, target: b.name }
          expect "Acme bought Globex." => Takeover { buyer: "Acme", target: "Globex" }
          expect "Acme sold Globex." => Takeover { buyer: "Acme" }
          todo "Globex was bought by Acme." => Takeover { buyer: "Acme" }
      }
      """
    try Data(rules.utf8).write(to: folder.appending(path: "main.rules"))
    let files = PackFiles(home: home.path())
    var tester = try PackTester(Pack.load("mergers", from: files), files)
    let report = tester.run()
    let failures = report.failures
    #expect(failures.count == 1)
    #expect(failures.first?.location?.lineText.contains("Acme sold Globex") == true)
  }

  @Test func refusesImportsThatLeadBack() throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let folder = home.appending(path: "Pipelines/loop")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(Self.root)/Pipelines/english",
      toPath: home.appending(path: "Pipelines/english").path())
    try Data("use other\n".utf8).write(to: folder.appending(path: "main.rules"))
    try Data("use main\n".utf8).write(to: folder.appending(path: "other.rules"))
    let error = #expect(throws: DiagnosticList.self) {
      try Pack.load("loop", from: PackFiles(home: home.path()))
    }
    #expect(error?.diagnostics.first?.id == "cyclic-use")
  }
}
