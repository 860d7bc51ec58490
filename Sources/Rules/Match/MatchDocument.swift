internal import Synchronization
package import Text

/// A document as the matcher reads it.
package final class MatchDocument: Sendable {
  package let bytes: [UInt8]
  package let text: SegmentedText
  package let vocabulary: Vocabulary
  /// Tells the documents of a process apart, so that a worker need not keep one alive to know it again.
  let identity: Int

  private static let identities = Atomic<Int>(0)

  package init(bytes: [UInt8], text: SegmentedText, vocabulary: Vocabulary) {
    self.bytes = bytes
    self.text = text
    self.vocabulary = vocabulary
    identity = Self.identities.add(1, ordering: .relaxed).newValue
  }

  /// The text of a range of tokens as it stands in the document.
  package func string(_ tokens: TokenRange) -> String {
    String(decoding: slice(tokens), as: UTF8.self)
  }

  /// The UTF-8 bytes of the same.
  func slice(_ tokens: TokenRange) -> ArraySlice<UInt8> {
    guard !tokens.isEmpty else { return [] }
    let range = text.textRange(tokens)
    return bytes[range.start..<range.end]
  }
}
