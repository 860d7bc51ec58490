import FoundationEssentials
import Pipeline
import Text

/// Measures the speed of extraction and of its stages, against ICU's bare word iteration over the same text.
///
/// `swift run -c release RapporteurBenchmarks [ROUNDS [PATH…]]`; a PATH is a `.jsonl` or `.jsonl.gz` file. Every figure
/// is the median of the rounds.
@main
struct Benchmarks {
  private static let samples = ["voa", "wikinews", "cluster"].map {
    "../shared/data/\($0).jsonl.gz"
  }
  private static let rounds = 5

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    let rounds = arguments.first.map { Int($0) ?? 0 } ?? Self.rounds
    guard rounds > 0 else {
      return print("usage: RapporteurBenchmarks [ROUNDS [PATH…]]")
    }
    let paths = arguments.count > 1 ? Array(arguments.dropFirst()) : samples
    guard let corpus = Corpus(paths) else {
      return print(
        "there is no text in \(paths.joined(separator: ", ")): give a .jsonl file (`text` in each line)"
      )
    }
    print(
      "\(corpus.documents.count) documents, \(figure(corpus.megabytes)) MB of text, \(rounds) rounds"
    )
    let pack = try openings(rounds)
    let total = try StageReport.run(pack, corpus, rounds)
    let words = try iterations(corpus, rounds)
    print("ICU words         \(figure(corpus.megabytes / words)) MB/s")
    print("extraction of ICU \(figure(words / total, digits: 3))")
    let alone = try await workers(1, pack, corpus, rounds)
    let both = try await workers(2, pack, corpus, rounds)
    print(
      "1 worker          \(figure(corpus.megabytes / alone)) MB/s, decoding and writing included")
    print("2 workers         \(figure(alone / both)) times that")
  }

  /// Opens the default pack from its folder and as a built one, and prints how long that takes.
  private static func openings(_ rounds: Int) throws -> Pack {
    let location = try PackLocator.current().locate(nil)
    let source = try Measure.median(rounds) {
      _ = try Pack.load(location.name, from: location.files)
    }
    let pack = try Pack.load(location.name, from: location.files)
    let bytes = try pack.archive(location.files).bytes
    let built = try Measure.median(rounds) {
      let archive = try PackArchive(bytes, path: "memory")
      _ = try Pack.load(archive.name, from: PackFiles(archive, at: "memory"))
    }
    print("pack from source  \(figure(source * 1000)) ms")
    print("built pack        \(figure(built * 1000)) ms, \(figure(Double(bytes.count) / 1e6)) MB")
    return pack
  }

  private static func iterations(_ corpus: Corpus, _ rounds: Int) throws -> Double {
    let breaker = try WordBreaker(locale: "en")
    return Measure.median(rounds) {
      for document in corpus.documents { _ = breaker.boundariesFromICU(of: document.text.span) }
    }
  }

  private static func workers(
    _ jobs: Int, _ pack: Pack, _ corpus: Corpus, _ rounds: Int
  ) async throws -> Double {
    var seconds: [Double] = []
    for _ in 0..<rounds {
      let extraction = try ParallelExtraction(
        PackDocumentExtractor(pack), jobs: jobs, options: DocumentReader.Options())
      let clock = ContinuousClock()
      let begin = clock.now
      var sink = Discarding()
      _ = try await extraction.run([corpus.file], into: &sink)
      seconds.append(Measure.seconds(clock.now - begin))
    }
    return Measure.median(seconds)
  }

  /// Takes what comes out and keeps nothing.
  private struct Discarding: ExtractionSink {
    mutating func extraction(_ line: [UInt8]) {}
    mutating func reject(_ reject: Reject) {}
  }
}
