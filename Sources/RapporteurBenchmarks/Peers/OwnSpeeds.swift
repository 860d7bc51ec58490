import Pipeline
import Text

/// Megabytes a second of parts of the extraction that other tools do too.
struct OwnSpeeds {
  /// A part of the work, cutting into tokens included.
  enum Work: String, CaseIterable {
    case tokens = "tokens and sentences"
    case list = "and a list"
    case rules = "and all rules"
    case times = "and expressions of time"
    case extraction = "the whole extraction"
  }

  private var seconds: [Work: Double] = [:]
  private let megabytes: Double

  subscript(work: Work) -> Double { megabytes / max(seconds[work] ?? 0, 1e-9) }

  /// Measures with the default pack and a list of names.
  init(_ corpus: Corpus, names: [String]) throws {
    megabytes = corpus.megabytes
    let location = try PackLocator.current().locate(nil)
    var extractor = try PackExtractor(Pack.load(location.name, from: location.files))
    extractor.stageTimes = StageTimes()
    seconds[.extraction] = Measure.time {
      for document in corpus.documents { _ = try? extractor.extract(document).line() }
    }
    func stage(_ stage: StageTimes.Stage) -> Double {
      Measure.seconds(extractor.stageTimes?[stage] ?? .zero)
    }
    let tokens = stage(.tokens)
    seconds[.tokens] = tokens
    seconds[.rules] = tokens + stage(.phases)
    seconds[.times] = tokens + stage(.times)
    seconds[.list] = tokens + (try Self.lookUp(names, corpus))
  }

  private static func lookUp(_ names: [String], _ corpus: Corpus) throws -> Double {
    let rules = """
      type T { }
      list l from "l.tsv" { match name; case exact }
      phase p select longest { rule r: @l => T { } }
      """
    let table = "name\n" + names.joined(separator: "\n") + "\n"
    var worker = try SmallPack(rules: rules, tables: ["l.tsv": table]).worker()
    return corpus.documents.reduce(0) { $0 + worker.run($1.text).phases }
  }
}
