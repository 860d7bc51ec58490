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

  /// The sketch of a text given as scalars. O(length).
  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(words: StoryWords.hashes(of: scalars))
  }

  /// The sketch of a text given as the hashes of its words: the least depth at which all distinct shingles find
  /// room. O(words).
  init(words: [UInt64]) {
    let shingles = Self.shingles(of: words)
    let capacity = min(Self.capacity, shingles.count)
    var depth = Self.sufficientDepth(for: shingles)
    var sample = Self.sample(of: shingles, depth: depth - 1)
    var kept = OrderedHashes(depth: depth, capacity: capacity)
    _ = kept.insert(sample)
    // Shingles that are said again may leave room for more.
    while depth > 0 {
      var wider = OrderedHashes(depth: depth - 1, capacity: capacity)
      guard wider.insert(sample) else { break }
      kept = wider
      depth -= 1
      sample = Self.sample(of: shingles, depth: depth - 1)
    }
    self.depth = depth
    hashes = kept.sorted
  }

  /// The shingles whose hashes start with so many zero bits, in text order. Without a branch, as none could be foretold.
  private static func sample(of shingles: [UInt64], depth: Int) -> [UInt64] {
    guard depth > 0 else { return shingles }
    var sample = Array(repeating: UInt64(0), count: shingles.count)
    var places = sample.mutableSpan
    var count = 0
    for shingle in shingles {
      places[count] = shingle
      count += shingle.leadingZeroBitCount >= depth ? 1 : 0
    }
    sample.removeLast(sample.count - count)
    return sample
  }

  /// The least depth at which no more shingles than the capacity are kept, each counted as often as it is said.
  private static func sufficientDepth(for shingles: [UInt64]) -> Int {
    var zeros = Array(repeating: 0, count: 65)
    for shingle in shingles { zeros[shingle.leadingZeroBitCount] += 1 }
    var depth = 0
    var kept = shingles.count
    while kept > capacity, depth < 64 {
      kept -= zeros[depth]
      depth += 1
    }
    return depth
  }

  /// Hexadecimal digits that are the same for texts of the same shingles.
  package var fingerprint: String {
    var bytes = Array(repeating: UInt8(0), count: 1 + hashes.count * ByteBlock.size)
    bytes[0] = UInt8(depth)
    var places = bytes.mutableSpan
    for index in hashes.indices {
      let bigEndian = ByteBlock(bits: hashes[index].byteSwapped)
      bigEndian.store(in: &places, at: 1 + index * ByteBlock.size)
    }
    return Self.hexadecimal(SHA256.digest(bytes)[..<8])
  }

  private static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
    return String(decoding: bytes.flatMap { [digit($0 >> 4), digit($0 & 15)] }, as: UTF8.self)
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

  /// The shingles in text order; a text of fewer words is one shingle.
  private static func shingles(of words: [UInt64]) -> [UInt64] {
    guard !words.isEmpty else { return [] }
    var result: [UInt64] = []
    result.reserveCapacity(words.count)
    for start in 0...max(0, words.count - width) {
      var hash: UInt64 = 0
      for index in start..<min(words.count, start + width) {
        hash = (hash << 7 | hash >> 57) &* 31 &+ words[index]
      }
      result.append(StoryWords.mixed(hash))
    }
    return result
  }
}
