import Text

/// Turns UTF-8 byte offsets of one text into code point offsets, which the records count in.
package struct CodePointOffsets: Sendable {
  /// Bytes between two places that are remembered.
  private static let stride = 16

  private let bytes: [UInt8]
  /// Code points before every `stride`-th byte; none where all is ASCII and both offsets are the same.
  private let counts: [UInt32]

  /// Prepares a text of valid UTF-8. O(length).
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard !TextBytes.isASCII(bytes.span) else {
      counts = []
      return
    }
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count = 0
    for start in Swift.stride(from: 0, through: bytes.count, by: Self.stride) {
      counts.append(UInt32(count))
      let end = min(start + Self.stride, bytes.count)
      count += TextBytes.codePoints(bytes.span, TextRange(start, end))
    }
    self.counts = counts
  }

  /// Code points before a byte offset that begins a code point or ends the text. O(1).
  package func offset(_ byte: Int) -> Int {
    if counts.isEmpty { return byte }
    let block = byte / Self.stride
    return Int(counts[block])
      + TextBytes.codePoints(bytes.span, TextRange(block * Self.stride, byte))
  }
}
