package import Text

/// One reading of a word in the numbers of its analyzer: what `WordAnalysis` says in words.
package struct WordReading: Sendable, Hashable {
  /// A class and a form by their places among the names of the analyzer.
  package struct Kind: Sendable, Hashable {
    package var wordClass: UInt16
    package var form: UInt16

    package init(wordClass: UInt16, form: UInt16) {
      self.wordClass = wordClass
      self.form = form
    }
  }

  package var lemma: LemmaID
  package var kind: Kind

  package init(lemma: LemmaID, kind: Kind) {
    self.lemma = lemma
    self.kind = kind
  }
}

/// A dictionary form by its number. Equal forms have one number; those that no analyzer lists have none but `itself`.
package struct LemmaID: Sendable, Hashable {
  package let rawValue: UInt32

  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  /// The word's own folded spelling, of a word that is not listed.
  package static let itself = LemmaID(.max)
}

/// Gives the readings of tokens; asked once per distinct token.
package protocol WordAnalyzer: Sendable {
  /// The classes and forms that readings name, each once.
  var names: [String] { get }

  /// The dictionary form of a number other than `itself`.
  func lemma(_ number: LemmaID) -> String

  /// The number of a dictionary form, nil where no reading has it but perhaps as `itself`.
  func lemma(of text: String) -> LemmaID?

  /// Adds all readings of a token, the most frequent first; none where the token is no word.
  func addReadings(
    of token: TokenID, in vocabulary: Vocabulary, to readings: inout [WordReading])
}

extension WordReading.Kind: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(Int(wordClass))
    writer.write(Int(form))
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    let names = 0..<Int(UInt16.max)
    self.init(
      wordClass: UInt16(try reader.integer(in: names)), form: UInt16(try reader.integer(in: names)))
  }
}

extension WordReading: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(Int(lemma.rawValue))
    writer.write(kind)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    lemma = LemmaID(UInt32(try reader.integer(in: 0..<Int(UInt32.max))))
    kind = try reader.read()
  }
}
