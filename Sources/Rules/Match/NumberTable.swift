/// Numbers by number, in open addressing: what automata remember of their steps.
struct NumberTable {
  /// What stands for a key that is not there; no value is this.
  static let absent = Int32.min

  private struct Entry {
    var key: UInt64
    var value: Int32

    static let free = Entry(key: .max, value: 0)
  }

  /// A power of two of places, at most half of them taken; a key of `UInt64.max` is free.
  private var entries: [Entry] = []
  private(set) var count = 0

  /// The value of a key, `absent` where there is none. O(1).
  func value(_ key: UInt64) -> Int32 {
    guard !entries.isEmpty else { return Self.absent }
    let entry = entries[slot(of: key)]
    return entry.key == key ? entry.value : Self.absent
  }

  mutating func set(_ key: UInt64, _ value: Int32) {
    if (count + 1) * 2 > entries.count { grow() }
    let place = slot(of: key)
    if entries[place].key != key { count += 1 }
    entries[place] = Entry(key: key, value: value)
  }

  mutating func removeAll() {
    entries.removeAll()
    count = 0
  }

  private func slot(of key: UInt64) -> Int {
    let mask = entries.count - 1
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: mixed >> 32) & mask
    while entries[place].key != key, entries[place].key != .max { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = Array(repeating: .free, count: max(64, old.count * 2))
    for entry in old where entry.key != .max { entries[slot(of: entry.key)] = entry }
  }
}
