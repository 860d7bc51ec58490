import Text

/// A sample of a text's shingles (runs of four words) by which near-duplicates are found.
///
/// A shingle is kept where its hash starts with `depth` zero bits, so that two samples can be compared at the greater
/// depth of the two, and containment is estimated without bias (after Broder, "On the resemblance and containment of
/// documents", 1997). Texts of up to `capacity` shingles are kept whole.
package struct ShingleSketch: Sendable, Hashable {
  /// How two texts overlap, from their samples.
  package struct Overlap: Sendable, Hashable {
    package var shared: Int
    package var smaller: Int
    package var union: Int
  }

  /// Words of a shingle.
  static let width = 4
  /// Hashes kept at most.
  static let capacity = 256

  /// Leading zero bits of every hash kept.
  let depth: Int
  /// In ascending order, no two alike.
  let hashes: [UInt64]

  /// The sketch of a text given as scalars. O(n log n).
  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    let all = Self.shingles(of: StoryWords.hashes(of: scalars))
    var depth = 0
    var kept = all[...]
    while kept.count > Self.capacity {
      depth += 1
      kept = kept.prefix(Self.size(of: kept, atDepth: depth))
    }
    self.depth = depth
    hashes = Array(kept)
  }

  /// Hexadecimal digits that are the same for texts of the same shingles.
  package var fingerprint: String {
    var bytes: [UInt8] = [UInt8(depth)]
    for hash in hashes {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: hash >> UInt64(shift)))
      }
    }
    return SHA256.digest(bytes).prefix(8).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Compares two samples. O(capacity).
  package func overlap(with other: ShingleSketch) -> Overlap {
    let common = max(depth, other.depth)
    let a = hashes.prefix(Self.size(of: hashes[...], atDepth: common))
    let b = other.hashes.prefix(Self.size(of: other.hashes[...], atDepth: common))
    var shared = 0
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Overlap(
      shared: shared, smaller: min(a.count, b.count), union: a.count + b.count - shared)
  }

  /// How many of the sorted hashes start with `depth` zero bits.
  private static func size(of hashes: ArraySlice<UInt64>, atDepth depth: Int) -> Int {
    guard depth > 0 else { return hashes.count }
    let limit = UInt64(1) << UInt64(64 - depth)
    var (low, high) = (hashes.startIndex, hashes.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < limit { low = middle + 1 } else { high = middle }
    }
    return low - hashes.startIndex
  }

  /// The distinct shingles in ascending order; a text of fewer words is one shingle.
  private static func shingles(of words: [UInt64]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    var result: [UInt64] = []
    for start in 0...max(0, words.count - width) {
      let shingle = words[start..<min(words.count, start + width)]
      result.append(StoryWords.mixed(shingle.reduce(0) { ($0 << 7 | $0 >> 57) &* 31 &+ $1 }))
    }
    result.sort()
    return result.enumerated().filter { $0.offset == 0 || result[$0.offset - 1] != $0.element }
      .map(\.element)
  }
}
