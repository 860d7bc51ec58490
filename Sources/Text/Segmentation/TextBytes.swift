/// Questions about the bytes of a text that the steps of segmentation share.
package enum TextBytes {
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A letter of ASCII, or any byte of a longer code point.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// The bytes of the range as a string, quotes and dashes folded.
  static func folded(_ text: Span<UInt8>, _ range: TextRange) -> String {
    String(decoding: PunctuationFolding.fold(array(text, range)), as: UTF8.self)
  }

  static func array(_ text: Span<UInt8>, _ range: TextRange) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range.start..<range.end { bytes.append(text[index]) }
    return bytes
  }

  /// Whether one of ICU's segments is white space, or the zero-width space and byte order mark that pages hide.
  static func isSpace(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    var index = range.start
    while index < range.end {
      let width = spaceWidth(text, at: index, before: range.end)
      if width == 0 { return false }
      index += width
    }
    return true
  }

  /// Bytes of the white space (Unicode's White_Space, U+200B or U+FEFF) at `index`, 0 for anything else.
  private static func spaceWidth(_ text: Span<UInt8>, at index: Int, before end: Int) -> Int {
    let first = text[index]
    if first < 0x80 { return first == 0x20 || (first >= 0x09 && first <= 0x0D) ? 1 : 0 }
    guard index + 1 < end else { return 0 }
    if first == 0xC2 { return text[index + 1] == 0x85 || text[index + 1] == 0xA0 ? 2 : 0 }
    guard index + 2 < end else { return 0 }
    switch (first, text[index + 1], text[index + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  /// Line ends in white space; a carriage return and its line feed are one, a paragraph separator is two.
  static func lineBreaks(_ text: Span<UInt8>, _ range: TextRange) -> Int {
    let first = text[range.start]
    if first == UInt8(ascii: "\n") || first == UInt8(ascii: "\r") { return 1 }
    guard first == 0xE2, range.count == 3, text[range.start + 1] == 0x80 else { return 0 }
    return text[range.start + 2] == 0xA8 ? 1 : text[range.start + 2] == 0xA9 ? 2 : 0
  }

  /// Code points of a stretch of text. O(length).
  package static func codePoints(_ text: Span<UInt8>, _ range: TextRange) -> Int {
    var count = range.count
    var index = range.start
    while index < range.end, let block = ByteBlock(text, at: index) {
      count -= block.prefix(range.end - index).continuations.nonzeroBitCount
      index += ByteBlock.size
    }
    while index < range.end {
      if text[index] & 0xC0 == 0x80 { count -= 1 }
      index += 1
    }
    return count
  }

  /// The first place of a byte from an index on, nil where there is none. O(length).
  package static func firstIndex(
    of byte: UInt8, in text: Span<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while let block = ByteBlock(text, at: index) {
      let found = block.equal(to: byte)
      if found != 0 { return index + ByteBlock.first(of: found) }
      index += ByteBlock.size
    }
    while index < text.count {
      if text[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// Whether a text holds another as it stands. O(length of the one × length of the other), mostly O(length).
  package static func contains(_ text: Span<UInt8>, _ part: Span<UInt8>) -> Bool {
    guard !part.isEmpty else { return true }
    var start = 0
    while let place = firstIndex(of: part[0], in: text, from: start),
      part.count <= text.count - place
    {
      if equal(text.extracting(place..<place + part.count), part) { return true }
      start = place + 1
    }
    return false
  }

  /// Whether two texts of one length are the same.
  private static func equal(_ text: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    var index = 0
    while let block = ByteBlock(text, at: index), let next = ByteBlock(other, at: index) {
      if block != next { return false }
      index += ByteBlock.size
    }
    while index < text.count {
      if text[index] != other[index] { return false }
      index += 1
    }
    return true
  }

  /// Whether all of a text is ASCII. O(length).
  package static func isASCII(_ text: Span<UInt8>) -> Bool {
    var index = 0
    while let block = ByteBlock(text, at: index) {
      if block.wide != 0 { return false }
      index += ByteBlock.size
    }
    while index < text.count {
      if text[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }
}
