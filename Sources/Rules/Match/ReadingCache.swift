package import Text

/// The readings of each distinct token, asked of the analyzer once; one per worker.
package final class ReadingCache {
  package let analyzer: any WordAnalyzer
  /// The readings of all tokens that have been asked for, and of each token its stretch of them.
  private var readings: [WordReading] = []
  private var stretches: [Stretch] = []
  /// The texts of the dictionary forms that were asked for, by their numbers.
  private var texts: [String?] = []
  /// By token and test: the first reading that agrees, -1 where none does.
  private var agreeing = NumberTable()

  private struct Stretch {
    var start: UInt32
    /// -1 where the token has not been asked for.
    var count: Int32
  }

  package init(_ analyzer: any WordAnalyzer) { self.analyzer = analyzer }

  /// Where the readings of a token stand, the most frequent first. Allocates nothing for a token that is known.
  package func places(of token: TokenID, in vocabulary: Vocabulary) -> Range<Int> {
    let place = Int(token.rawValue)
    if place >= stretches.count || stretches[place].count < 0 { add(token, vocabulary) }
    let start = Int(stretches[place].start)
    return start..<start + Int(stretches[place].count)
  }

  package subscript(place: Int) -> WordReading { readings[place] }

  private func add(_ token: TokenID, _ vocabulary: Vocabulary) {
    let place = Int(token.rawValue)
    let missing = max(vocabulary.count, place + 1) - stretches.count
    if missing > 0 {
      stretches += repeatElement(Stretch(start: 0, count: -1), count: missing)
    }
    let start = readings.count
    analyzer.addReadings(of: token, in: vocabulary, to: &readings)
    stretches[place] = Stretch(
      start: UInt32(start), count: Int32(truncatingIfNeeded: readings.count - start))
  }

  // MARK: In words

  /// All readings of a token in words.
  package func analyses(of token: TokenID, in vocabulary: Vocabulary) -> [WordAnalysis] {
    places(of: token, in: vocabulary).map {
      analyzer.analysis(readings[$0], of: token, in: vocabulary)
    }
  }

  /// The lemma of the first reading by which a test holds of a token, nil where there is none such.
  func lemma(
    of token: TokenID, agreeingWith test: Int, of program: Program, in vocabulary: Vocabulary
  ) -> String? {
    let key = UInt64(token.rawValue) << 32 | UInt64(test)
    var place = agreeing.value(key)
    if place == NumberTable.absent {
      let found = places(of: token, in: vocabulary).first {
        program.tests[test].agrees(analyzer.analysis(readings[$0], of: token, in: vocabulary))
      }
      place = Int32(truncatingIfNeeded: found ?? -1)
      agreeing.set(key, place)
    }
    return place < 0 ? nil : text(of: readings[Int(place)].lemma, token, vocabulary)
  }

  /// The text of a dictionary form, made when it is first asked for.
  private func text(of lemma: LemmaID, _ token: TokenID, _ vocabulary: Vocabulary) -> String {
    guard lemma != .itself else { return vocabulary.spelling(vocabulary.folded(token)) }
    let number = Int(lemma.rawValue)
    if number < texts.count, let known = texts[number] { return known }
    if texts.count <= number { texts += repeatElement(nil, count: number + 1 - texts.count) }
    let text = analyzer.lemma(lemma)
    texts[number] = text
    return text
  }

  /// The first lemma of a token that differs from its folded spelling, nil where there is none.
  func base(of token: TokenID, in vocabulary: Vocabulary) -> String? {
    let spelling = vocabulary.spelling(vocabulary.folded(token))
    for place in places(of: token, in: vocabulary) where readings[place].lemma != .itself {
      let lemma = analyzer.lemma(readings[place].lemma)
      if lemma != spelling { return lemma }
    }
    return nil
  }
}
