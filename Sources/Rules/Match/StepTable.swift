/// The steps of an automaton from its sets over letters, as far as they have been made.
struct StepTable {
  /// What several edges of one step lead to, by their length.
  struct Branch {
    var length: Int
    var set: Int32
  }

  /// The first rows and letters stand in a table of their own, found without hashing: texts bring the frequent first.
  private static let denseRows = 1 << 12
  private static let denseLetters = 128

  private var dense: [Int32] = []
  private var others = NumberTable()
  private var branches: [Branch] = []
  /// One more than there are steps of several lengths.
  private var branchStarts: [Int32] = [0]
  private(set) var count = 0

  /// The step from a row over a letter: a set, or below 0 a step of several lengths; `NumberTable.absent` where it has
  /// not been made. O(1).
  func value(_ row: Int, _ letter: Int32) -> Int32 {
    let place = row * Self.denseLetters + Int(letter)
    if Int(letter) < Self.denseLetters, place < dense.count { return dense[place] }
    return isDense(row, letter) ? NumberTable.absent : others.value(Self.key(row, letter))
  }

  mutating func set(_ row: Int, _ letter: Int32, _ step: Int32) {
    count += 1
    guard isDense(row, letter) else { return others.set(Self.key(row, letter), step) }
    let size = (row + 1) * Self.denseLetters
    if dense.count < size {
      dense += repeatElement(NumberTable.absent, count: size - dense.count)
    }
    dense[row * Self.denseLetters + Int(letter)] = step
  }

  private func isDense(_ row: Int, _ letter: Int32) -> Bool {
    row < Self.denseRows && Int(letter) < Self.denseLetters
  }

  private static func key(_ row: Int, _ letter: Int32) -> UInt64 {
    UInt64(row) << 32 | UInt64(letter)
  }

  /// A step of several lengths.
  mutating func step(of ways: [Branch]) -> Int32 {
    branches += ways
    branchStarts.append(Int32(truncatingIfNeeded: branches.count))
    return Int32(truncatingIfNeeded: 1 - branchStarts.count)
  }

  /// The ways of a step of several lengths, as places for `branch`.
  func branchRange(of step: Int32) -> Range<Int> {
    let place = -1 - Int(step)
    return Int(branchStarts[place])..<Int(branchStarts[place + 1])
  }

  func branch(_ place: Int) -> Branch { branches[place] }

  mutating func removeAll() { self = StepTable() }
}
