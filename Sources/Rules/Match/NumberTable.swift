/// Numbers by number, in open addressing: what automata remember of their steps.
struct NumberTable {
  /// What stands for a key that is not there; no value is this.
  static let absent = Int32.min

  /// A power of two of places, at most half of them taken; a key of `UInt64.max` is free.
  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private(set) var count = 0

  /// The value of a key, `absent` where there is none. O(1).
  func value(_ key: UInt64) -> Int32 {
    guard !keys.isEmpty else { return Self.absent }
    let place = slot(of: key)
    return keys[place] == key ? values[place] : Self.absent
  }

  mutating func set(_ key: UInt64, _ value: Int32) {
    if (count + 1) * 2 > keys.count { grow() }
    let place = slot(of: key)
    if keys[place] != key { count += 1 }
    keys[place] = key
    values[place] = value
  }

  mutating func removeAll() {
    keys.removeAll()
    values.removeAll()
    count = 0
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: mixed >> 32) & mask
    while keys[place] != key, keys[place] != .max { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: .max, count: max(64, oldKeys.count * 2))
    values = Array(repeating: 0, count: keys.count)
    for (key, value) in zip(oldKeys, oldValues) where key != .max {
      let place = slot(of: key)
      keys[place] = key
      values[place] = value
    }
  }
}
