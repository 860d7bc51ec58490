/// Values of a few among many numbers, such as the ids of some words of a vocabulary.
///
/// Look-up is O(1); room is two bytes for each number up to the highest that has a value.
struct SparseTable<Value> {
  /// By number the place of its value plus one; 0 where it has none.
  private var places: [UInt16] = []
  private var values: [Value] = []

  /// The value of a number, nil where it has none. Numbers that have one are few: at most 65,535.
  subscript(number: UInt32) -> Value? {
    get {
      let number = Int(number)
      guard number < places.count, places[number] > 0 else { return nil }
      return values[Int(places[number]) - 1]
    }
    set {
      guard let newValue else { return }
      let number = Int(number)
      if places.count <= number { places += repeatElement(0, count: number + 1 - places.count) }
      if places[number] == 0 {
        values.append(newValue)
        places[number] = UInt16(values.count)
      } else {
        values[Int(places[number]) - 1] = newValue
      }
    }
  }

  /// All numbers that have a value, in ascending order. O(highest number).
  var entries: [(number: UInt32, value: Value)] {
    places.indices.filter { places[$0] > 0 }.map { (UInt32($0), values[Int(places[$0]) - 1]) }
  }

  subscript(number: UInt32, default value: Value) -> Value {
    get { self[number] ?? value }
    set { self[number] = newValue }
  }
}

extension SparseTable: Sendable where Value: Sendable {}
