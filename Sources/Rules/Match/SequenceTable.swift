/// Sequences of numbers, each kept once and known by its place among all; what automata are made of is told apart so.
struct SequenceTable {
  /// The numbers of all sequences, one behind the other.
  private(set) var numbers: [UInt32] = []
  /// One more than there are sequences.
  private var starts: [Int32] = [0]
  private var hashes: [UInt32] = []
  /// A power of two of places, at most half of them taken; -1 where one is free.
  private var slots: [Int32] = []

  var count: Int { hashes.count }

  /// What the sequences take in memory, counted in numbers.
  var size: Int { numbers.count + hashes.count }

  /// Where the numbers of a sequence stand.
  func range(of sequence: Int) -> Range<Int> {
    Int(starts[sequence])..<Int(starts[sequence + 1])
  }

  /// The place of a sequence, new (then it is the last) or known. O(length).
  mutating func place(of sequence: [UInt32]) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    let hash = Self.hash(sequence)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, isEqual(known, sequence) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: count)
    hashes.append(hash)
    numbers.append(contentsOf: sequence)
    starts.append(Int32(truncatingIfNeeded: numbers.count))
    return count - 1
  }

  private func isEqual(_ known: Int, _ sequence: [UInt32]) -> Bool {
    let first = Int(starts[known])
    guard Int(starts[known + 1]) - first == sequence.count else { return false }
    for index in sequence.indices where numbers[first + index] != sequence[index] { return false }
    return true
  }

  private static func hash(_ sequence: [UInt32]) -> UInt32 {
    var hash: UInt64 = 0
    for number in sequence {
      hash = (hash ^ UInt64(number)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: max(64, slots.count * 2))
    for (place, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }
}
