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

  mutating func next() -> Word? {
    while position < end {
      let size = Self.wordSize(bytes, at: position, end: end)
      if size > 0 { return word() }
      let mark = Self.markSize(bytes, at: position, end: end)
      if mark > 0 { return single(mark) }
      position += 1
    }
    return nil
  }

  private mutating func single(_ size: Int) -> Word {
    let start = position
    var key = WordKeyBuilder()
    for byte in bytes[start..<start + size] { key.add(byte) }
    position += size
    return Word(
      key: key.finish(), start: start, end: position, isCapitalized: false, isUpper: false,
      isNumber: false)
  }

  private mutating func word() -> Word {
    if let word = plainWord() {
      position = word.end
      return word
    }
    var word = Word(
      key: WordKey(), start: position, end: position, isCapitalized: isUpper(bytes[position]),
      isUpper: true, isNumber: true)
    var key = WordKeyBuilder()
    while position < end {
      let size = Self.wordSize(bytes, at: position, end: end)
      if size == 0 {
        guard let skipped = apostrophe() else { break }
        position += skipped
        continue
      }
      for byte in bytes[position..<position + size] {
        key.add(byte)
        if byte >= 0x61 && byte <= 0x7A { word.isUpper = false }
        if !(0x30...0x39).contains(byte) { word.isNumber = false }
      }
      position += size
    }
    word.key = key.finish()
    word.end = position
    if word.isNumber { word.isUpper = false }
    return word
  }

  /// The word here by whole blocks, where it is ASCII without an apostrophe and the text goes on; nil elsewhere.
  private func plainWord() -> Word? {
    let text = bytes.span
    var key = WordKey()
    var index = position
    var (small, digits, count) = (UInt64(0), 0, 0)
    while let block = ByteBlock(text, at: index), index + ByteBlock.size <= end {
      let inside = block.letters | block.digits
      count = ByteBlock.first(of: ~inside & ByteBlock.repeating(0x80))
      let part = block.prefix(count)
      if count > 0 { key.add(part.lowercased) }
      small |= part.smallLetters
      digits += part.digits.nonzeroBitCount
      index += count
      if count < ByteBlock.size { break }
    }
    // The word may go on behind what was read.
    guard count < ByteBlock.size, index > position, text[index] < 0x80, text[index] != 0x27
    else { return nil }
    let isNumber = digits == index - position
    return Word(
      key: key, start: position, end: index, isCapitalized: isUpper(text[position]),
      isUpper: small == 0 && !isNumber, isNumber: isNumber)
  }

  /// The size of an apostrophe between two letters, typewritten or U+2019.
  private func apostrophe() -> Int? {
    let size: Int
    if bytes[position] == 0x27 {
      size = 1
    } else if position + 2 < end, bytes[position] == 0xE2, bytes[position + 1] == 0x80,
      bytes[position + 2] == 0x99
    {
      size = 3
    } else {
      return nil
    }
    let after = position + size
    return after < end && Self.wordSize(bytes, at: after, end: end) > 0 ? size : nil
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
