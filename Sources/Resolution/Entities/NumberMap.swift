/// Small numbers by small numbers, in a flat array that is emptied in the time that it took to fill.
///
/// A worker keeps one for its numbered names and fills it anew for each document. Every look-up is O(1).
struct NumberMap {
  private var values: [Int32] = []
  private var filled: [Int32] = []

  var isEmpty: Bool { filled.isEmpty }

  /// The number that is kept for a key, nil where none is.
  subscript(key: Int32) -> Int? {
    let place = Int(key)
    guard place < values.count, values[place] >= 0 else { return nil }
    return Int(values[place])
  }

  mutating func set(_ key: Int32, to value: Int) {
    let place = Int(key)
    if place >= values.count {
      values += repeatElement(-1, count: max(place + 1, values.count * 2) - values.count)
    }
    if values[place] < 0 { filled.append(key) }
    values[place] = Int32(truncatingIfNeeded: value)
  }

  mutating func removeAll() {
    for key in filled { values[Int(key)] = -1 }
    filled.removeAll(keepingCapacity: true)
  }
}
