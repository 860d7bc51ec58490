package import Text

/// The readings of each distinct token, asked of the analyzer once; one per worker.
package final class ReadingCache {
  private let analyzer: any WordAnalyzer
  /// By token; nil where they have not been asked for.
  private var known: [[WordAnalysis]?] = []

  /// By token and test: the first reading that agrees, -1 where none does.
  private var agreeing = NumberTable()

  init(_ analyzer: any WordAnalyzer) { self.analyzer = analyzer }

  /// All readings of a token, the most frequent first.
  package func readings(of token: TokenID, in vocabulary: Vocabulary) -> [WordAnalysis] {
    let place = Int(token.rawValue)
    if place < known.count, let readings = known[place] { return readings }
    if known.count <= place {
      known += repeatElement(nil, count: max(vocabulary.count, place + 1) - known.count)
    }
    let readings = analyzer.analyses(of: token, in: vocabulary)
    known[place] = readings
    return readings
  }

  /// The lemma of the first reading by which a test holds of a token, nil where there is none such.
  func lemma(
    of token: TokenID, agreeingWith test: Int, of program: Program, in vocabulary: Vocabulary
  ) -> String? {
    let readings = readings(of: token, in: vocabulary)
    let key = UInt64(token.rawValue) << 32 | UInt64(test)
    var place = agreeing.value(key)
    if place == NumberTable.absent {
      let found = readings.firstIndex(where: program.tests[test].agrees)
      place = Int32(truncatingIfNeeded: found ?? -1)
      agreeing.set(key, place)
    }
    return place < 0 ? nil : readings[Int(place)].lemma
  }
}
