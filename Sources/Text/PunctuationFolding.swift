/// Folds the many shapes of quotes, dashes and spaces to their ASCII ones, so that text and lists agree.
enum PunctuationFolding {
  /// The bytes with U+2018–U+201F, U+2010–U+2015, U+2212, U+00A0, U+2007 and U+202F folded and the soft hyphen
  /// U+00AD left out. O(length).
  static func fold(_ text: [UInt8]) -> [UInt8] { fold(text.span) }

  /// The same for a stretch of a longer text.
  static func fold(_ text: Span<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let (ascii, length) = replacement(text, at: index) {
        out.append(ascii)
        index += length
      } else if isSoftHyphen(text, at: index), text.count > 2 {
        index += 2
      } else {
        out.append(text[index])
        index += 1
      }
    }
    return out
  }

  private static func isSoftHyphen(_ text: Span<UInt8>, at index: Int) -> Bool {
    text[index] == 0xC2 && index + 1 < text.count && text[index + 1] == 0xAD
  }

  private static func replacement(_ text: Span<UInt8>, at i: Int) -> (UInt8, Int)? {
    if text[i] == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 { return (0x20, 2) }
    guard text[i] == 0xE2, i + 2 < text.count else { return nil }
    switch (text[i + 1], text[i + 2]) {
    case (0x80, 0x98...0x9B): return (UInt8(ascii: "'"), 3)
    case (0x80, 0x9C...0x9F): return (UInt8(ascii: "\""), 3)
    case (0x80, 0x90...0x95), (0x88, 0x92): return (UInt8(ascii: "-"), 3)
    case (0x80, 0x87), (0x80, 0xAF): return (0x20, 3)
    default: return nil
    }
  }
}
