/// The identity of a distinct token spelling within one `Vocabulary`.
package struct TokenID: Sendable, Hashable, Comparable {
  package let rawValue: UInt32

  package init(_ rawValue: UInt32) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One token of a document: a stretch of text and what precedes it.
package struct Token: Sendable, Hashable {
  package var range: TextRange
  /// The spelling with quotes and dashes folded (see `Vocabulary`).
  package var id: TokenID
  /// White space stands before the token (or it is the first of the text).
  package var spaceBefore: Bool
  /// Line ends between the previous token and this one; at least 2 is a paragraph break.
  package var lineBreaksBefore: Int

  package init(range: TextRange, id: TokenID, spaceBefore: Bool, lineBreaksBefore: Int) {
    self.range = range
    self.id = id
    self.spaceBefore = spaceBefore
    self.lineBreaksBefore = lineBreaksBefore
  }
}

/// A text cut into tokens and sentences. Sentences are in order, disjoint, and cover every token;
/// a line end that closes a paragraph or a list item always ends a sentence.
package struct SegmentedText: Sendable {
  package var tokens: [Token]
  package var sentences: [TokenRange]

  package init(tokens: [Token], sentences: [TokenRange]) {
    self.tokens = tokens
    self.sentences = sentences
  }

  package func textRange(_ range: TokenRange) -> TextRange {
    range.isEmpty
      ? TextRange(0, 0)
      : TextRange(tokens[range.start].range.start, tokens[range.end - 1].range.end)
  }
}
