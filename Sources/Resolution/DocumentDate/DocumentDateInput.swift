package import Text

/// What the date of a document is found from.
package final class DocumentDateInput: Sendable {
  package let document: InputDocument
  package let text: SegmentedText
  package let vocabulary: Vocabulary
  /// What stands before the body and is no related headline: page lines, bylines. In order, disjoint.
  package let head: [TokenRange]
  /// The article itself, datelines included. In order, disjoint, not empty for a document with text.
  package let body: [TokenRange]
  /// The time expressions of the body, in order.
  package let mentions: [TimeMention]

  package init(
    document: InputDocument, text: SegmentedText, vocabulary: Vocabulary, head: [TokenRange],
    body: [TokenRange], mentions: [TimeMention]
  ) {
    self.document = document
    self.text = text
    self.vocabulary = vocabulary
    self.head = head
    self.body = body
    self.mentions = mentions
  }

  func quote(_ range: TextRange) -> String {
    String(decoding: document.text[range.start..<range.end], as: UTF8.self)
  }

  func textRange(_ tokens: TokenRange) -> TextRange { text.textRange(tokens) }
}
