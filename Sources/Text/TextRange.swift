/// A half-open range of UTF-8 bytes in a document's text.
package struct TextRange: Sendable, Hashable, Comparable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a text range ends before it starts")
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }

  package func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  package static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A half-open range of token indices of one document.
package struct TokenRange: Sendable, Hashable, Comparable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a token range ends before it starts")
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }
  package var indices: Range<Int> { start..<end }

  package func contains(_ other: TokenRange) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: TokenRange) -> Bool { start < other.end && other.start < end }
  package func hull(_ other: TokenRange) -> TokenRange {
    TokenRange(min(start, other.start), max(end, other.end))
  }

  package static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
