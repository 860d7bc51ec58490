package import Text

/// One reading of a word: its dictionary form, its class and its inflected form.
package struct WordAnalysis: Sendable, Hashable {
  package var lemma: String
  /// A class of the language pack, such as `verb`.
  package var wordClass: String
  /// A form of the language pack, such as `past`.
  package var form: String

  package init(lemma: String, wordClass: String, form: String) {
    self.lemma = lemma
    self.wordClass = wordClass
    self.form = form
  }
}

extension WordAnalyzer {
  /// A reading of a token in words.
  package func analysis(
    _ reading: WordReading, of token: TokenID, in vocabulary: Vocabulary
  ) -> WordAnalysis {
    WordAnalysis(
      lemma: lemma(reading.lemma, of: token, in: vocabulary),
      wordClass: names[Int(reading.kind.wordClass)], form: names[Int(reading.kind.form)])
  }

  /// The dictionary form of a reading of a token.
  package func lemma(
    _ number: LemmaID, of token: TokenID, in vocabulary: Vocabulary
  ) -> String {
    number == .itself ? vocabulary.spelling(vocabulary.folded(token)) : lemma(number)
  }
}
