/// Distinct rows of bits, numbered from 0 in the order in which they come, in one flat array.
struct RowTable {
  /// Words of 64 bits in each row.
  let width: Int
  private var words: [UInt64] = []
  /// Open addressing: a row's number plus one, 0 where free; the size is a power of two, at most half of it taken.
  private var slots = [UInt32](repeating: 0, count: 256)
  private(set) var count = 0

  init(width: Int) { self.width = width }

  /// A word of a row.
  func word(_ word: Int, of row: Int) -> UInt64 { words[row * width + word] }

  /// The number of a row, new or known. O(width).
  mutating func number(of row: [UInt64]) -> Int {
    let place = slot(of: row)
    if slots[place] != 0 { return Int(slots[place]) - 1 }
    words += row
    count += 1
    slots[place] = UInt32(truncatingIfNeeded: count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  mutating func removeAll() { self = RowTable(width: width) }

  private func slot(of row: [UInt64]) -> Int {
    var place = Self.hash(row[...]) & (slots.count - 1)
    while slots[place] != 0, !isRow(Int(slots[place]) - 1, row) {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  private func isRow(_ number: Int, _ row: [UInt64]) -> Bool {
    for word in 0..<width where words[number * width + word] != row[word] { return false }
    return true
  }

  private static func hash(_ row: ArraySlice<UInt64>) -> Int {
    var hash: UInt64 = 0
    for word in row {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
      hash = product.high ^ product.low
    }
    return Int(truncatingIfNeeded: hash)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in 0..<count {
      var place = Self.hash(words[number * width..<(number + 1) * width]) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = UInt32(truncatingIfNeeded: number + 1)
    }
  }
}

/// Rows of bits.
extension [UInt64] {
  func has(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }

  mutating func set(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  mutating func clear(_ bit: Int) { self[bit >> 6] &= ~(1 << UInt64(bit & 63)) }
}
