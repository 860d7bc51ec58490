import Pipeline
import Testing
import Text

@Suite struct ParallelExtractionTests {
  private static func pages() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for page in 0..<300 {
      let words = String(repeating: "word ", count: page % 23 + 1)
      try folder.write("Page \(page): \(words)", to: "\(page % 7)/page-\(page).txt")
    }
    let lines = (0..<400).map { #"{"id":"\#($0 % 390)","text":"Line \#($0)."}"# }
    try folder.write(lines.joined(separator: "\n"), to: "lines.jsonl")
    try folder.write("# another language", to: "other.txt")
    try folder.write("no page", to: "picture.png")
    try folder.write("{\"id\":", to: "broken.jsonl")
    try folder.write(" \n", to: "blank.txt")
    return folder
  }

  private static func run(_ jobs: Int, _ path: String) async throws -> (RunCounts, Recorder) {
    var recorder = Recorder()
    let extraction = try ParallelExtraction(
      EchoExtractor(), jobs: jobs, options: DocumentReader.Options())
    let counts = try await extraction.run([path], into: &recorder)
    return (counts, recorder)
  }

  @Test func documentsSeenAreExtractedRejectedOrSkipped() async throws {
    let folder = try Self.pages()
    let (counts, recorder) = try await Self.run(2, folder.path)
    #expect(counts.isConserved)
    #expect(counts.seen == 704)
    #expect(counts.extracted == 690)
    #expect(counts.extracted == recorder.lines.count)
    #expect(counts.rejected == 13)
    #expect(counts.skipped == 1)
    #expect(recorder.rejects.count == 14)
    #expect(
      counts.sortedCodes.map { "\($0.code) \($0.count)" }
        == ["E-DUPLICATE 10", "E-EMPTY 1", "E-JSON 1", "E-KIND 1", "E-LANGUAGE 1"])
  }

  @Test(arguments: [2, 3, 8])
  func numberOfWorkersDoesNotChangeTheResult(jobs: Int) async throws {
    let folder = try Self.pages()
    let (one, first) = try await Self.run(1, folder.path)
    let (several, second) = try await Self.run(jobs, folder.path)
    #expect(first.lines == second.lines)
    #expect(first.rejects == second.rejects)
    #expect(one == several)
  }

  /// Two folders with the same file, or a line twice, would give two documents of one id.
  @Test func documentsOfOnePathAndTextAreOne() async throws {
    let folder = try TemporaryFolder()
    try folder.write("The same.", to: "a/page.txt")
    try folder.write("The same.", to: "b/page.txt")
    try folder.write("{\"text\":\"x\"}\n{\"text\":\"y\"}\n{\"text\":\"x\"}", to: "c/lines.jsonl")
    var recorder = Recorder()
    let extraction = try ParallelExtraction(
      EchoExtractor(), jobs: 2, options: DocumentReader.Options())
    let inputs = ["a", "b", "c"].map { "\(folder.path)/\($0)" }
    let counts = try await extraction.run(inputs, into: &recorder)
    #expect(counts.extracted == 3)
    #expect(recorder.rejects.map(\.code) == [.duplicate, .duplicate])
    #expect(recorder.rejects.map(\.line) == [nil, 3])
  }

  private struct Failure: Error {}

  private struct FailingSink: ExtractionSink {
    var left: Int

    mutating func extraction(_ line: [UInt8]) throws {
      left -= 1
      if left < 0 { throw Failure() }
    }

    mutating func reject(_ reject: Reject) throws {}
  }

  @Test func failingSinkEndsTheRun() async throws {
    let folder = try Self.pages()
    let extraction = try ParallelExtraction(
      EchoExtractor(), jobs: 2, options: DocumentReader.Options())
    await #expect(throws: Failure.self) {
      var sink = FailingSink(left: 100)
      _ = try await extraction.run([folder.path], into: &sink)
    }
  }

  @Test func verdictCountsRejectsAgainstWhatWasNotSkipped() {
    var counts = RunCounts()
    #expect(RunVerdict(counts, maximumRejects: 10) == .nothingUsable)
    counts.extracted = 9
    counts.rejected = 1
    counts.skipped = 500
    #expect(RunVerdict(counts, maximumRejects: 10) == .usable)
    #expect(RunVerdict(counts, maximumRejects: 9) == .tooManyRejects)
    counts.extracted = 0
    #expect(RunVerdict(counts, maximumRejects: 100) == .nothingUsable)
  }
}
