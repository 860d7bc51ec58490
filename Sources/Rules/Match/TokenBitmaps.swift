/// Rows of bits, one bit for each token of a document.
struct TokenBitmaps {
  private(set) var words: [UInt64] = []
  /// Words of 64 bits in a row.
  private(set) var width = 0

  /// Clears so many rows for so many tokens.
  mutating func clear(rows: Int, tokens: Int) {
    width = (tokens + 63) / 64
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: width * rows))
  }

  mutating func set(_ token: Int, in row: Int) {
    words[row * width + token >> 6] |= 1 << UInt64(token & 63)
  }

  /// Appends some words of a row.
  func append(_ range: Range<Int>, of row: Int, to bits: inout [UInt64]) {
    bits.append(contentsOf: words[row * width + range.lowerBound..<row * width + range.upperBound])
  }
}

/// Rows of bits that stand one behind the other in one array.
extension [UInt64] {
  /// Sets, in a row of bits, also those up to `distance` before each that is set.
  mutating func spreadDown(in row: Range<Int>, by distance: Int) {
    guard row.contains(where: { self[$0] != 0 }) else { return }
    var covered = 1
    while covered <= distance {
      let step = Swift.min(covered, distance + 1 - covered)
      for word in row {
        let next = word + 1 < row.upperBound ? self[word + 1] : 0
        // A shift by 64 gives 0.
        self[word] |= self[word] >> UInt64(step) | next << UInt64(64 - step)
      }
      covered += step
    }
  }

  /// Sets all bits of a row before the last that is set.
  mutating func fillDown(in row: Range<Int>) {
    guard let last = row.last(where: { self[$0] != 0 }) else { return }
    for word in row.lowerBound..<last { self[word] = .max }
    self[last] = .max >> UInt64(self[last].leadingZeroBitCount)
  }
}
