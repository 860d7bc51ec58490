/// Numbers by numbers, for the few that one document asks of a worker's many: a small hash table.
///
/// PERF: dense, so that it stays in the nearest cache, where an array by all numbers of a worker does not;
/// `swift run -c release RapporteurBenchmarks`, stage `references`.
struct NumberMap {
  private struct Slot {
    /// -1 where the slot is free.
    var key: Int32 = -1
    var value: Int32 = 0
  }

  /// Open addressing; the size is a power of two, at most half of it taken.
  private var slots = [Slot](repeating: Slot(), count: NumberMap.usual)
  /// The keys, none negative, in the order in which they were set first.
  private(set) var keys: [Int32] = []

  /// The size for a document of the usual length.
  private static let usual = 64

  /// The number that is kept for a key, nil where none is. O(1).
  subscript(key: Int32) -> Int? {
    let slot = slots[place(of: key)]
    return slot.key == key ? Int(slot.value) : nil
  }

  /// Keeps a number for a key. Amortised O(1).
  mutating func set(_ key: Int32, to value: Int) {
    if self[key] == nil {
      keys.append(key)
      if keys.count * 2 > slots.count { grow() }
    }
    slots[place(of: key)] = Slot(key: key, value: Int32(truncatingIfNeeded: value))
  }

  /// O(what was put in).
  mutating func removeAll() {
    guard !keys.isEmpty else { return }
    keys.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: slots.count == Self.usual)
    slots += repeatElement(Slot(), count: Self.usual)
  }

  /// Where a key is, or the free slot for it.
  private func place(of key: Int32) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (UInt32(bitPattern: key) &* 0x9E37_79B1) >> 7) & mask
    while slots[place].key != key, slots[place].key >= 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key >= 0 { slots[place(of: slot.key)] = slot }
  }
}
