/// Distinct words, numbered from 0 in the order given, in flat arrays that are read from a file as they stand.
///
/// Immutable. Look-up is O(length of the word).
package struct WordTable: Sendable {
  private var arena: [UInt8] = []
  /// The first byte of each word; one more than there are words.
  private var starts: [UInt32] = [0]
  /// Open addressing: a word's number plus one, 0 where free; the size is a power of two, at most half of it taken.
  private var slots: [UInt32]

  /// A table of distinct words. O(bytes).
  package init(_ words: [String]) {
    slots = Array(repeating: 0, count: Self.size(for: words.count))
    for (number, word) in words.enumerated() {
      let bytes = Array(word.utf8)
      let place = slot(of: bytes.span)
      arena += bytes
      starts.append(UInt32(arena.count))
      slots[place] = UInt32(number + 1)
    }
  }

  private static func size(for count: Int) -> Int {
    var size = 2
    while size < count * 2 { size *= 2 }
    return size
  }

  package var count: Int { starts.count - 1 }

  /// The number of a word, nil where the table has none such.
  package func number(of word: String) -> Int? { number(of: Array(word.utf8).span) }

  /// The same for a word's UTF-8. Allocates nothing.
  package func number(of word: Span<UInt8>) -> Int? {
    let found = slots[slot(of: word)]
    return found == 0 ? nil : Int(found) - 1
  }

  private func slot(of word: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: SpellingKey(word).hash) & mask
    while slots[place] != 0, !isWord(Int(slots[place]) - 1, word) { place = (place + 1) & mask }
    return place
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
      slots.allSatisfy({ $0 <= count }), slots.count(where: { $0 != 0 }) <= count
    else { throw reader.damage }
  }
}

extension [UInt32] {
  /// Whether these are the bounds of stretches that fill `count` places from 0 on: one more than there are stretches.
  package func isPartition(of count: Int) -> Bool {
    first == 0 && last == UInt32(exactly: count) && zip(self, dropFirst()).allSatisfy(<=)
  }
}
