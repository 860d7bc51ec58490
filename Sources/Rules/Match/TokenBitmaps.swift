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

  /// 64 bits of a row.
  func word(_ word: Int, of row: Int) -> UInt64 { words[row * width + word] }
}

extension [UInt64] {
  /// Sets, in a row of bits, also those up to `distance` before each that is set.
  mutating func spreadDown(by distance: Int) {
    var covered = 1
    while covered <= distance {
      let step = Swift.min(covered, distance + 1 - covered)
      shiftInDown(by: step)
      covered += step
    }
  }

  /// A step of 64 at most.
  private mutating func shiftInDown(by step: Int) {
    for word in indices {
      let next = word + 1 < count ? self[word + 1] : 0
      // Wide shifts give 0 where they shift all bits out.
      self[word] |= self[word] >> UInt64(step) | next << UInt64(64 - step)
    }
  }

  /// Sets all bits before the last that is set.
  mutating func fillDown() {
    guard let last = lastIndex(where: { $0 != 0 }) else { return }
    for word in 0..<last { self[word] = .max }
    self[last] = .max >> UInt64(self[last].leadingZeroBitCount)
  }

  /// Whether a row of bits has one in a range.
  func hasBit(in range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    for word in first...last {
      var bits = self[word]
      if word == first { bits &= .max << UInt64(range.lowerBound & 63) }
      if word == last { bits &= .max >> UInt64(63 - (range.upperBound - 1) & 63) }
      if bits != 0 { return true }
    }
    return false
  }
}
