package import Text

/// A document as the matcher reads it.
package final class MatchDocument: Sendable {
  package let bytes: [UInt8]
  package let text: SegmentedText
  package let vocabulary: Vocabulary

  package init(bytes: [UInt8], text: SegmentedText, vocabulary: Vocabulary) {
    self.bytes = bytes
    self.text = text
    self.vocabulary = vocabulary
  }

  /// The text of a range of tokens as it stands in the document.
  package func string(_ tokens: TokenRange) -> String {
    guard !tokens.isEmpty else { return "" }
    let range = text.textRange(tokens)
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }
}
