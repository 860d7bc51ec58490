import Text

/// Splits a line into runs of letters and digits; marks such as © and # are words of their own.
struct WordScanner {
  struct Word {
    var key: WordKey
    var start: Int
    var end: Int
    var isCapitalized: Bool
    /// No letter of it is lower case.
    var isUpper: Bool
    var isNumber: Bool
  }

  private let bytes: [UInt8]
  private let end: Int
  private var position: Int

  init(_ bytes: [UInt8], from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = end
    position = start
  }

  mutating func next() -> Word? { nextRange().map { word(in: $0) } }

  // MARK: Where words stand

  /// Where the next word stands; nil after the last.
  mutating func nextRange() -> TextRange? {
    while position < end {
      let start = position
      if let stop = endOfPlainWord() ?? endOfWord() {
        position = stop
        return TextRange(start, stop)
      }
      position += 1
    }
    return nil
  }

  /// The end of the word here, read by whole blocks, where it is ASCII without an apostrophe; nil elsewhere.
  private func endOfPlainWord() -> Int? {
    let text = bytes.span
    var index = position
    while let block = ByteBlock(text, at: index) {
      let others = ~(block.letters | block.digits) & ByteBlock.repeating(0x80)
      index += ByteBlock.first(of: others)
      if index >= end { return end }
      guard others != 0 else { continue }
      let goesOn = text[index] >= 0x80 || text[index] == 0x27
      return index > position && !goesOn ? index : nil
    }
    return nil
  }

  /// The end of any word here, nil where there is none.
  private func endOfWord() -> Int? {
    var index = position + Self.wordSize(bytes, at: position, end: end)
    guard index > position else {
      let size = Self.markSize(bytes, at: position, end: end)
      return size > 0 ? position + size : nil
    }
    while index < end {
      var size = Self.wordSize(bytes, at: index, end: end)
      if size == 0 { size = apostrophe(at: index) ?? 0 }
      if size == 0 { break }
      index += size
    }
    return index
  }

  /// The size of an apostrophe between two letters, typewritten or U+2019.
  private func apostrophe(at index: Int) -> Int? {
    let size: Int
    if bytes[index] == 0x27 {
      size = 1
    } else if index + 2 < end, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      bytes[index + 2] == 0x99
    {
      size = 3
    } else {
      return nil
    }
    let after = index + size
    return after < end && Self.wordSize(bytes, at: after, end: end) > 0 ? size : nil
  }

  // MARK: What words are

  /// The word that stands in a range that the scanner gave.
  func word(in range: TextRange) -> Word { plainWord(range) ?? builtWord(range) }

  /// A word of ASCII letters and digits by whole blocks, where the text goes on behind it; nil for any other.
  private func plainWord(_ range: TextRange) -> Word? {
    let text = bytes.span
    var key = WordKey()
    var index = range.start
    var (small, digits) = (UInt64(0), 0)
    while index < range.end {
      guard let block = ByteBlock(text, at: index) else { return nil }
      let part = block.prefix(range.end - index)
      let inside = (part.letters | part.digits).nonzeroBitCount
      guard inside == min(ByteBlock.size, range.end - index) else { return nil }
      key.add(part.lowercased)
      small |= part.smallLetters
      digits += part.digits.nonzeroBitCount
      index += ByteBlock.size
    }
    let isNumber = digits == range.count
    return Word(
      key: key, start: range.start, end: range.end, isCapitalized: isUpper(text[range.start]),
      isUpper: small == 0 && !isNumber, isNumber: isNumber)
  }

  /// Any word, byte by byte.
  private func builtWord(_ range: TextRange) -> Word {
    var key = WordKeyBuilder()
    var index = range.start
    let isMark = Self.wordSize(bytes, at: index, end: end) == 0
    var (isUpperCase, isNumber) = (!isMark, !isMark)
    while index < range.end {
      let size =
        isMark ? range.count : Self.wordSize(bytes, at: index, end: end)
      for byte in bytes[index..<index + size] {
        key.add(byte)
        if byte >= 0x61 && byte <= 0x7A { isUpperCase = false }
        if !(0x30...0x39).contains(byte) { isNumber = false }
      }
      // Only an apostrophe has no size.
      index += size > 0 ? size : bytes[index] == 0x27 ? 1 : 3
    }
    return Word(
      key: key.finish(), start: range.start, end: range.end,
      isCapitalized: isUpper(bytes[range.start]), isUpper: isUpperCase && !isNumber,
      isNumber: isNumber)
  }

  private func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// Bytes of the letter or digit here, 0 where there is none. Beyond ASCII all is a letter but spaces, punctuation,
  /// arrows and symbols (U+0080 to U+00BF, U+00D7, U+2000 to U+2BFF, U+3000 to U+303F, U+FF00 to U+FF0F, emoji).
  static func wordSize(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      let isWord =
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
        || (byte >= 0x30 && byte <= 0x39)
      return isWord ? 1 : 0
    }
    guard index + 1 < end else { return 0 }
    switch byte {
    case 0xC3 where bytes[index + 1] == 0x97: return 0
    case 0xC3...0xDF: return 2
    case 0xE2 where bytes[index + 1] <= 0xAF: return 0
    case 0xE3 where bytes[index + 1] == 0x80: return 0
    case 0xEF where bytes[index + 1] >= 0xBC: return 0
    case 0xE0...0xEF: return min(3, end - index)
    default: return 0
    }
  }

  /// Bytes of a mark that counts as a word: ©, #, @, $.
  private static func markSize(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "#"), UInt8(ascii: "@"): 1
    case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA9: 2
    default: 0
    }
  }
}
