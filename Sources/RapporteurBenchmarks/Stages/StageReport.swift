import Pipeline
import Text

/// The time of each stage of one worker over a corpus.
enum StageReport {
  /// Prints a line for each stage and gives the seconds of all but decoding.
  ///
  /// In each round the worker is a new one, which learns the vocabulary and the automata anew.
  static func run(_ pack: Pack, _ corpus: Corpus, _ rounds: Int) throws -> Double {
    let decoding = Measure.median(rounds) { _ = Corpus.decoded(corpus.file) }
    var stages: [StageTimes.Stage: [Double]] = [:]
    var totals: [Double] = []
    var tokens = 0
    for _ in 0..<rounds {
      var extractor = try PackExtractor(pack)
      extractor.stageTimes = StageTimes()
      tokens = 0
      var writing = Duration.zero
      let begin = ProcessorTime.now
      for document in corpus.documents {
        let analysis = extractor.analyze(document)
        let written = ProcessorTime.now
        _ = analysis.record.line()
        writing += ProcessorTime.now - written
        tokens += analysis.document.text.tokens.count
      }
      totals.append(Measure.seconds(ProcessorTime.now - begin))
      for stage in StageTimes.Stage.allCases {
        let time = extractor.stageTimes?[stage] ?? .zero
        stages[stage, default: []].append(
          Measure.seconds(stage == .records ? time + writing : time))
      }
    }
    let total = Measure.median(totals)
    row("decode", decoding, of: nil, corpus)
    for stage in StageTimes.Stage.allCases {
      row("\(stage)", Measure.median(stages[stage] ?? []), of: total, corpus)
    }
    row("extraction", total, of: total, corpus)
    let (tokenRate, documentRate) = (
      Double(tokens) / total, Double(corpus.documents.count) / total
    )
    show("                  \(Int(tokenRate)) tokens/s, \(Int(documentRate)) documents/s")
    return total
  }

  private static func row(
    _ name: String, _ seconds: Double, of total: Double?, _ corpus: Corpus
  ) {
    let pad = String(repeating: " ", count: max(1, 18 - name.count))
    let share = total.map { ", \(figure(seconds / $0 * 100, digits: 1)) %" } ?? ""
    let rate = figure(corpus.megabytes / max(seconds, 1e-9))
    let cost = figure(seconds * 1000 / corpus.megabytes, digits: 1)
    show("\(name)\(pad)\(rate) MB/s, \(cost) ms/MB\(share)")
  }
}
