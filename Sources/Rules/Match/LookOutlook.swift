/// What letters tell of the looks to one side, numbered: letters that tell the same have the same number.
struct LookOutlook {
  /// By letter; -1 where it is not known.
  private var numbers: [Int32] = []
  private var index: [[Bool]: Int32] = [:]

  /// The number of a letter, nil where it has not been added.
  subscript(letter: Int32) -> Int32? {
    guard Int(letter) < numbers.count, numbers[Int(letter)] >= 0 else { return nil }
    return numbers[Int(letter)]
  }

  /// Adds a letter by what it tells, and gives its number.
  mutating func add(_ letter: Int32, _ outcomes: [Bool]) -> Int32 {
    let missing = Int(letter) + 1 - numbers.count
    if missing > 0 { numbers += repeatElement(-1, count: missing) }
    let number = index[outcomes] ?? Int32(truncatingIfNeeded: index.count)
    index[outcomes] = number
    numbers[Int(letter)] = number
    return number
  }
}
