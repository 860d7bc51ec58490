/// Folds the many shapes of quotes, dashes and spaces to their ASCII ones, so that text and lists agree.
enum PunctuationFolding {
  /// The bytes with U+2018–U+201F, U+2010–U+2015, U+2212, U+00A0, U+2007 and U+202F folded. O(length).
  static func fold(_ text: some Collection<UInt8>) -> ArraySlice<UInt8> {
    let bytes = Array(text)[...]
    guard bytes.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if let (ascii, length) = replacement(bytes, at: index) {
        out.append(ascii)
        index += length
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out[...]
  }

  private static func replacement(_ b: ArraySlice<UInt8>, at i: Int) -> (UInt8, Int)? {
    if b[i] == 0xC2, i + 1 < b.endIndex, b[i + 1] == 0xA0 { return (0x20, 2) }
    guard b[i] == 0xE2, i + 2 < b.endIndex else { return nil }
    switch (b[i + 1], b[i + 2]) {
    case (0x80, 0x98...0x9B): return (UInt8(ascii: "'"), 3)
    case (0x80, 0x9C...0x9F): return (UInt8(ascii: "\""), 3)
    case (0x80, 0x90...0x95), (0x88, 0x92): return (UInt8(ascii: "-"), 3)
    case (0x80, 0x87), (0x80, 0xAF): return (0x20, 3)
    default: return nil
    }
  }
}
