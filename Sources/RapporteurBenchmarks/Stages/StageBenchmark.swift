import Pipeline
import Text

/// The speed of extraction and of its stages, against ICU's bare word iteration over the same text.
enum StageBenchmark: Benchmark {
  static let name = "stages"
  static let operands = "[ROUNDS [PATH…]]"
  static let help = """
    Measures, over texts of .jsonl or .jsonl.gz files (those in ../shared/data where none are named), MB, tokens and
    documents a second, the share of each stage, the ratio to ICU's bare word iteration over the same text, what a second
    worker brings, and how long a pack takes to open. Every figure is the median of the rounds (5).
    """
  private static let defaultRounds = 5

  static func run(_ operands: [String]) async throws -> Bool {
    let rounds = operands.first.map { Int($0) ?? 0 } ?? defaultRounds
    guard rounds > 0 else {
      throw WrongCall(message: "usage: RapporteurBenchmarks \(Self.operands)")
    }
    let corpus = try Corpus.of(Array(operands.dropFirst()))
    show("\(corpus.summary), \(rounds) rounds")
    let pack = try openings(rounds)
    let total = try StageReport.run(pack, corpus, rounds)
    let words = try iterations(corpus, rounds)
    show("ICU words         \(figure(corpus.megabytes / words)) MB/s")
    show("extraction of ICU \(figure(words / total, digits: 3))")
    let alone = try await workers(1, pack, corpus, rounds)
    let both = try await workers(2, pack, corpus, rounds)
    show(
      "1 worker          \(figure(corpus.megabytes / alone)) MB/s, decoding and writing included")
    show("2 workers         \(figure(alone / both)) times that")
    return true
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
    show("pack from source  \(figure(source * 1000)) ms")
    show("built pack        \(figure(built * 1000)) ms, \(figure(Double(bytes.count) / 1e6)) MB")
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
