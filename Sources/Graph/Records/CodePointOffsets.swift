/// Turns UTF-8 byte offsets of one text into code point offsets, which the records count in.
package struct CodePointOffsets: Sendable {
  /// Bytes between two places that are remembered.
  private static let stride = 256

  private let bytes: [UInt8]
  /// Code points before every `stride`-th byte.
  private let counts: [Int]

  /// Prepares a text of valid UTF-8. O(length).
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [Int] = []
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % Self.stride == 0 { counts.append(count) }
    self.counts = counts
  }

  /// Code points before a byte offset that begins a code point or ends the text. O(1).
  package func offset(_ byte: Int) -> Int {
    let block = byte / Self.stride
    return counts[block]
      + bytes[(block * Self.stride)..<byte].count { $0 & 0xC0 != 0x80 }
  }
}
