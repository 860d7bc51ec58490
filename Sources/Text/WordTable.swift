/// Distinct words, numbered from 0 in the order given, in flat arrays that are read from a file as they stand.
///
/// Immutable. Look-up is O(length of the word).
package struct WordTable: Sendable {
  private var arena: [UInt8] = []
  /// The first byte of each word; one more than there are words.
  private var starts: [UInt32] = [0]
  /// Open addressing: a word's number plus one in the low bits and eight bits of its hash above, 0 where free; the size
  /// is a power of two, at most two thirds of it taken.
  private var slots: [UInt32]

  private static let numberMask: UInt32 = 0xFF_FFFF

  /// A table of distinct words, at most 16 million. O(bytes).
  package init(_ words: [String]) {
    precondition(words.count < Self.numberMask, "a table has at most 16 million words")
    slots = Array(repeating: 0, count: Self.size(for: words.count))
    for (number, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      let hash = SpellingKey(bytes.span).hash
      let place = slot(of: bytes.span, hash)
      arena += bytes
      starts.append(UInt32(arena.count))
      slots[place] = UInt32(number + 1) | Self.tag(hash)
    }
  }

  private static func size(for count: Int) -> Int {
    var size = 2
    while size * 2 < count * 3 { size *= 2 }
    return size
  }

  package var count: Int { starts.count - 1 }

  /// The word of a number.
  package func word(_ number: Int) -> String {
    String(decoding: arena[Int(starts[number])..<Int(starts[number + 1])], as: UTF8.self)
  }

  /// The number of a word, nil where the table has none such.
  package func number(of word: String) -> Int? { number(of: Array(word.utf8).span) }

  /// The same for a word's UTF-8. Allocates nothing.
  package func number(of word: Span<UInt8>) -> Int? {
    let found = slots[slot(of: word, SpellingKey(word).hash)] & Self.numberMask
    return found == 0 ? nil : Int(found) - 1
  }

  /// Where a word stands, or the free place where it would.
  private func slot(of word: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 {
      let slot = slots[place]
      if slot & ~Self.numberMask == Self.tag(hash), isWord(Int(slot & Self.numberMask) - 1, word) {
        break
      }
      place = (place + 1) & mask
    }
    return place
  }

  private static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~numberMask
  }

  private func isWord(_ number: Int, _ word: Span<UInt8>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    for index in word.indices where arena[start + index] != word[index] { return false }
    return true
  }
}

extension WordTable: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(bytes: arena)
    writer.write(numbers: starts)
    writer.write(numbers: slots)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    arena = try reader.byteArray()
    starts = try reader.numbers(of: UInt32.self)
    slots = try reader.numbers(of: UInt32.self)
    // With these a search ends and stays inside.
    guard starts.isPartition(of: arena.count), slots.count == Self.size(for: count),
      slots.allSatisfy({ $0 == 0 || (1..<count + 1).contains(Int($0 & Self.numberMask)) }),
      slots.count(where: { $0 != 0 }) <= count
    else { throw reader.damage }
  }
}

extension [UInt32] {
  /// Whether these are the bounds of stretches that fill `count` places from 0 on: one more than there are stretches.
  package func isPartition(of count: Int) -> Bool {
    first == 0 && last == UInt32(exactly: count) && zip(self, dropFirst()).allSatisfy(<=)
  }
}
