/// A word for comparison: a hash of its letters and digits (FNV-1a), case and apostrophes apart.
struct WordKey: Sendable, Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    value = (value ^ UInt64(folded)) &* 0x100_0000_01B3
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
