import Text

/// The readings of each distinct token, asked of the analyzer once; one per worker.
final class ReadingCache {
  private let analyzer: any WordAnalyzer
  /// By token; nil where they have not been asked for.
  private var known: [[WordAnalysis]?] = []

  init(_ analyzer: any WordAnalyzer) { self.analyzer = analyzer }

  /// All readings of a token, the most frequent first.
  func readings(of token: TokenID, in vocabulary: Vocabulary) -> [WordAnalysis] {
    let place = Int(token.rawValue)
    if place < known.count, let readings = known[place] { return readings }
    if known.count <= place {
      known += repeatElement(nil, count: max(vocabulary.count, place + 1) - known.count)
    }
    let readings = analyzer.analyses(of: token, in: vocabulary)
    known[place] = readings
    return readings
  }
}
