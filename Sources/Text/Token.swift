/// The identity of a distinct token spelling within one `Vocabulary`.
public struct TokenID: Sendable, Hashable, Comparable {
  public let rawValue: UInt32

  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// One token of a document: a stretch of text and what precedes it.
public struct Token: Sendable, Hashable {
  public var range: TextRange
  /// The spelling with quotes and dashes folded (see `Vocabulary`).
  public var id: TokenID
  /// White space stands before the token (or it is the first of the text).
  public var spaceBefore: Bool
  /// Line ends between the previous token and this one; at least 2 is a paragraph break.
  public var lineBreaksBefore: Int

  @inlinable public init(range: TextRange, id: TokenID, spaceBefore: Bool, lineBreaksBefore: Int) {
    self.range = range
    self.id = id
    self.spaceBefore = spaceBefore
    self.lineBreaksBefore = lineBreaksBefore
  }
}

/// A text cut into tokens and sentences. Sentences are in order, disjoint, and cover every token;
/// a line end that closes a paragraph or a list item always ends a sentence.
public struct SegmentedText: Sendable {
  public var tokens: [Token]
  public var sentences: [TokenRange]

  @inlinable public init(tokens: [Token], sentences: [TokenRange]) {
    self.tokens = tokens
    self.sentences = sentences
  }

  @inlinable public func textRange(_ range: TokenRange) -> TextRange {
    range.isEmpty
      ? TextRange(0, 0)
      : TextRange(tokens[range.start].range.start, tokens[range.end - 1].range.end)
  }
}
