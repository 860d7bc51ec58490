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

/// Gives the readings of a token; asked once per distinct token.
package protocol WordAnalyzer: Sendable {
  /// All readings, the most frequent first; empty where the token is no word.
  func analyses(of token: TokenID, in vocabulary: Vocabulary) -> [WordAnalysis]
}

extension WordAnalysis: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    for text in [lemma, wordClass, form] { writer.write(text) }
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      lemma: try reader.read(), wordClass: try reader.read(), form: try reader.read())
  }
}
