/// Distinct hashes that start with some zero bits, to be read in ascending order.
///
/// Open addressing by the bits that follow the zeros, colliding hashes in order (Amble and Knuth, "Ordered hash
/// tables", 1974), so that evenly spread hashes are sorted in O(n). The hash 0 marks a free place and is no member.
struct OrderedHashes {
  private let depth: Int
  private let capacity: Int
  /// Bits that a place is chosen by; at most half of the places are taken.
  private let bits: Int
  private(set) var count = 0
  private var places: [UInt64]

  /// An empty set for hashes of `depth` leading zero bits, of which it takes `capacity`.
  init(depth: Int, capacity: Int) {
    self.depth = depth
    self.capacity = capacity
    bits = Int.bitWidth - max(1, 2 * capacity - 1).leadingZeroBitCount
    // A run that starts at the last place has room behind it.
    places = Array(repeating: 0, count: 1 << bits + capacity)
  }

  /// Inserts the hashes that start with enough zero bits; false where they are too many.
  mutating func insert(_ hashes: [UInt64]) -> Bool {
    let (depth, shift, capacity) = (depth, UInt64(64 - bits), capacity)
    var members = count
    var places = places.mutableSpan
    for hash in hashes where hash.leadingZeroBitCount >= depth {
      var place = Int((hash << UInt64(depth)) >> shift)
      while places[place] != 0, places[place] < hash { place += 1 }
      if places[place] == hash { continue }
      guard members < capacity else { return false }
      members += 1
      Self.put(hash, at: place, of: &places)
    }
    count = members
    return true
  }

  /// Puts a hash before the greater ones of a run, which move on by a place.
  private static func put(
    _ hash: UInt64, at place: Int, of places: inout MutableSpan<UInt64>
  ) {
    var (hash, place) = (hash, place)
    while hash != 0 {
      (hash, places[place]) = (places[place], hash)
      place += 1
    }
  }

  /// The members in ascending order.
  var sorted: [UInt64] {
    var members = Array(repeating: UInt64(0), count: count + 1)
    var next = members.mutableSpan
    var found = 0
    // Without a branch, as none could be foretold.
    for hash in places {
      next[found] = hash
      found += hash != 0 ? 1 : 0
    }
    members.removeLast()
    return members
  }
}
