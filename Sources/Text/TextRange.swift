/// A half-open range of UTF-8 bytes in a document's text.
///
/// Public and inlinable like all that stands in inner loops, as no package function is inlined in other modules.
public struct TextRange: Sendable, Hashable, Comparable {
  public var start: Int
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a text range ends before it starts")
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }

  @inlinable public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }
  @inlinable public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  @inlinable public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A half-open range of token indices of one document.
public struct TokenRange: Sendable, Hashable, Comparable {
  public var start: Int
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a token range ends before it starts")
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var indices: Range<Int> { start..<end }

  @inlinable public func contains(_ other: TokenRange) -> Bool {
    start <= other.start && other.end <= end
  }
  @inlinable public func overlaps(_ other: TokenRange) -> Bool {
    start < other.end && other.start < end
  }
  @inlinable public func hull(_ other: TokenRange) -> TokenRange {
    TokenRange(min(start, other.start), max(end, other.end))
  }

  @inlinable public static func < (a: Self, b: Self) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
