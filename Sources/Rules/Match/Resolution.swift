/// Scratch: what a situation comes to over a letter.
struct Resolution {
  /// States that pass over something, or may be skipped in.
  var passing: [Int32] = []
  /// Rules that end.
  var ending: [Int] = []
  /// States whose question is open.
  var open: [Int32] = []
  /// Where each way on leads.
  var ways: [(length: Int, state: Int)] = []
  var stack: [Int32] = []
  var numbers: [UInt32] = []
  private var marks: [UInt32]
  private var stamp: UInt32 = 0

  init(states: Int) { marks = Array(repeating: 0, count: states) }

  mutating func begin() {
    passing.removeAll(keepingCapacity: true)
    ending.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    ways.removeAll(keepingCapacity: true)
    if stamp == .max {
      marks = Array(repeating: 0, count: marks.count)
      stamp = 0
    }
    stamp += 1
  }

  /// Marks a state; false where it is marked already.
  mutating func mark(_ state: Int) -> Bool {
    guard marks[state] != stamp else { return false }
    marks[state] = stamp
    return true
  }
}
