/// Distinct hashes that start with some zero bits, to be read in ascending order.
///
/// Open addressing by the bits that follow the zeros, colliding hashes in order (Amble and Knuth, "Ordered hash
/// tables", 1974), so that evenly spread hashes are sorted in O(n). The hash 0 marks a free place and is no member.
struct OrderedHashes {
  private let depth: Int
  private let capacity: Int
  private(set) var count = 0
  private var places: [UInt64]

  /// Bits that a place is chosen by.
  private static let bits = 10

  /// An empty set for hashes of `depth` leading zero bits, of which it takes `capacity`.
  init(depth: Int, capacity: Int) {
    self.depth = depth
    self.capacity = capacity
    // A run that starts at the last place has room behind it.
    places = Array(repeating: 0, count: 1 << Self.bits + capacity)
  }

  /// Inserts the hashes that start with enough zero bits; false where they are too many.
  mutating func insert(_ hashes: [UInt64]) -> Bool {
    for hash in hashes where hash.leadingZeroBitCount >= depth && !insert(hash) { return false }
    return true
  }

  private mutating func insert(_ hash: UInt64) -> Bool {
    var hash = hash
    var place = Int((hash << UInt64(depth)) >> UInt64(64 - Self.bits))
    while places[place] != 0, places[place] < hash { place += 1 }
    if places[place] == hash { return true }
    guard count < capacity else { return false }
    count += 1
    while hash != 0 {
      swap(&hash, &places[place])
      place += 1
    }
    return true
  }

  /// The members in ascending order.
  var sorted: [UInt64] { places.filter { $0 != 0 } }
}
