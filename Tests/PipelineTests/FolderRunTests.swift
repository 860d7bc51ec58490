import FoundationEssentials
import Graph
import Testing
import Text

@testable import Pipeline

@Suite struct FolderRunTests {
  private static func run(_ inputs: [String], to path: String) async throws -> RunCounts {
    let extraction = try ParallelExtraction(
      EchoExtractor(), jobs: 2, options: DocumentReader.Options())
    let manifest = RunManifest(
      icu: nil, pack: "none", digests: [], inputs: inputs, options: [("jobs", "2")],
      started: Date(timeIntervalSince1970: 0))
    var run = FolderRun(
      to: OutputFolder(path), extraction: extraction, linking: LinkStep(LinkVocabulary()),
      manifest: manifest)
    return try await run.run { _ in }
  }

  private static func pages() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("One page.", to: "a.txt")
    try folder.write("Another page.", to: "b.txt")
    try folder.write("", to: "empty.txt")
    return folder
  }

  @Test func writesItsFilesAndNothingElse() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    let counts = try await Self.run([pages.path], to: output.path)
    #expect(counts.seen == 3)
    let names = try output.names()
    #expect(!names.contains { $0.hasSuffix(".partial") })
    #expect(names == OutputFolder.File.allCases.map(\.rawValue).sorted())
    let lines = try #require(output.read("extractions.jsonl"))
    #expect(lines.matches(of: /"path":"(.)\.txt"/).map(\.output.1) == ["a", "b"])
    #expect(output.read("graph.jsonl")?.split(separator: "\n").count == 2)
    let reject = try #require(output.read("rejects.jsonl"))
    #expect(reject.contains(#""path":"empty.txt","source_id":null"#))
    #expect(reject.contains(#""code":"E-EMPTY","skipped":false"#))
    let manifest = try #require(output.read("manifest.json"))
    let value = try JSONReader.read(Array(manifest.utf8)[...])
    #expect(value["documents"]?["extracted"] == .number("2"))
    #expect(value["codes"]?["E-EMPTY"] == .number("1"))
    #expect(value["options"]?["jobs"]?.text == "2")
    #expect(value["started"]?.text == "1970-01-01T00:00:00Z")
    #expect(value["finished"]?.text != nil)
  }

  @Test func replacesAnEarlierRun() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    _ = try await Self.run([pages.path], to: output.path)
    let first = output.read("extractions.jsonl")
    _ = try await Self.run([pages.path + "/a.txt"], to: output.path)
    #expect(output.read("extractions.jsonl") != first)
    _ = try await Self.run([pages.path], to: output.path)
    #expect(output.read("extractions.jsonl") == first)
  }

  @Test func refusesAForeignFolder() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    try output.write("mine", to: "notes.txt")
    await #expect(throws: OutputFolder.Refusal.self) {
      try await Self.run([pages.path], to: output.path)
    }
    #expect(try output.names() == ["notes.txt"])
    #expect(output.read("notes.txt") == "mine")
  }

  @Test(arguments: [
    #"{"type":"manifest","program":"rapporteur","schema":99}"#, #"{"name":"web app"}"#, "no JSON",
  ])
  func refusesANewerOrForeignManifest(manifest: String) async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    try output.write(manifest, to: "manifest.json")
    await #expect(throws: OutputFolder.Refusal.self) {
      try await Self.run([pages.path], to: output.path)
    }
    #expect(output.read("manifest.json") == manifest)
  }

  @Test func refusesAnOutputInsideTheInput() async throws {
    let pages = try Self.pages()
    await #expect(throws: OutputFolder.Refusal.self) {
      try await Self.run([pages.path], to: pages.path + "/out")
    }
    #expect(try pages.names() == ["a.txt", "b.txt", "empty.txt"])
  }

  @Test func refusesAnOutputInsideTheInputBehindALink() async throws {
    let (pages, other) = (try Self.pages(), try TemporaryFolder())
    let link = other.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: pages.path)
    await #expect(throws: OutputFolder.Refusal.self) {
      try await Self.run([pages.path], to: link + "/new/out")
    }
    #expect(try pages.names() == ["a.txt", "b.txt", "empty.txt"])
  }

  @Test func refusesAFolderThatAnotherRunIsWritingInto() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    do {
      let lock = try OutputFolder(output.path).prepare()
      defer { withExtendedLifetime(lock) {} }
      let refusal = await #expect(throws: OutputFolder.Refusal.self) {
        try await Self.run([pages.path], to: output.path)
      }
      #expect(refusal?.message.hasPrefix("another run") == true)
      #expect(try output.names().isEmpty)
    }
    #expect(try await Self.run([pages.path], to: output.path).seen == 3)
  }

  @Test func takesAFolderOfARunThatWasKilledAtOnce() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    try output.write("{", to: "manifest.json.partial")
    #expect(try await Self.run([pages.path], to: output.path).seen == 3)
    #expect(try output.names() == OutputFolder.File.allCases.map(\.rawValue).sorted())
  }

  @Test func refusesAFileForAFolder() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    try output.write("text", to: "file")
    await #expect(throws: OutputFolder.Refusal.self) {
      try await Self.run([pages.path], to: output.path + "/file")
    }
  }

  /// A run that was cut short leaves a manifest without an end, and the next run takes the folder.
  @Test func goesOnAfterARunThatWasCutShort() async throws {
    let (pages, output) = (try Self.pages(), try TemporaryFolder())
    let manifest = RunManifest(
      icu: nil, pack: "none", digests: [], inputs: [], options: [], started: Date())
    try manifest.write(to: OutputFolder(output.path))
    try output.write("half a li", to: "extractions.jsonl.partial")
    #expect(output.read("manifest.json")?.contains(#""finished":null"#) == true)
    _ = try await Self.run([pages.path], to: output.path)
    #expect(try !output.names().contains { $0.hasSuffix(".partial") })
  }
}
