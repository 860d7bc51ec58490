import Text

/// A word for comparison: a hash of its letters and digits, eight bytes at a time, case and apostrophes apart.
struct WordKey: Sendable, Hashable {
  /// Never 0 once a word has been added.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Goes on with a word's next bytes, in lower case: eight, or at its end fewer and the rest 0.
  mutating func add(_ block: ByteBlock) {
    let product = (value ^ block.bits).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = (product.high ^ product.low) | 1
  }

  /// The words of a table's entry, as the scanner finds them in a line.
  static func words(of text: String) -> [WordKey] {
    let bytes = Array(text.utf8)
    var scanner = WordScanner(bytes, from: 0, to: bytes.count)
    var keys: [WordKey] = []
    while let word = scanner.next() { keys.append(word.key) }
    return keys
  }
}

/// The bytes of a word one by one, for words that no block holds as they stand.
struct WordKeyBuilder {
  private var key = WordKey()
  private var block: UInt64 = 0
  private var count: UInt64 = 0

  mutating func add(_ byte: UInt8) {
    let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    block |= UInt64(folded) &<< (count &* 8)
    count += 1
    if count == 8 { flush() }
  }

  private mutating func flush() {
    key.add(ByteBlock(bits: block))
    block = 0
    count = 0
  }

  /// The key of the bytes so far.
  mutating func finish() -> WordKey {
    if count > 0 { flush() }
    return key
  }
}
