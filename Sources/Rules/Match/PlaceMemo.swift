/// What was found for (item, position), kept for the last 128 positions.
///
/// A run looks at most 16 tokens back and 64 ahead, and only forward; an answer that was overwritten is found anew.
struct PlaceMemo<Value> {
  private var keys: [UInt64] = []
  private var values: [Value] = []
  private let empty: Value

  init(empty: Value) { self.empty = empty }

  func value(_ item: Int, at place: Int, of run: Int) -> Value? {
    let slot = Self.slot(item, place)
    return slot < keys.count && keys[slot] == Self.key(place, run) ? values[slot] : nil
  }

  mutating func keep(_ value: Value, for item: Int, at place: Int, of run: Int) {
    let slot = Self.slot(item, place)
    if keys.count <= slot {
      let missing = (item + 1) * 128 - keys.count
      keys += repeatElement(0, count: missing)
      values += repeatElement(empty, count: missing)
    }
    keys[slot] = Self.key(place, run)
    values[slot] = value
  }

  private static func slot(_ item: Int, _ place: Int) -> Int { item << 7 | (place & 127) }

  /// Runs count from 1, so no key is 0.
  private static func key(_ place: Int, _ run: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: run) << 32 | UInt64(truncatingIfNeeded: place)
  }
}
