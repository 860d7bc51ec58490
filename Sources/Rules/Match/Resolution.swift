/// Scratch: what a situation comes to over a letter.
struct Resolution {
  /// The plan of the set, which has the states that pass over something at once; nil where they are in `passing`.
  var plan: Int?
  /// States that pass over something, or may be skipped in.
  var passing: [Int32] = []
  /// Rules that end.
  var ending: [Int] = []
  /// States whose question is open.
  var open: [Int32] = []
  /// `except`s of which what is excepted is being passed over in the hope that nothing vetoes it.
  var entered: [Int32] = []
  /// Something open was hoped for.
  var isHoped = false
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
    entered.removeAll(keepingCapacity: true)
    isHoped = false
    ways.removeAll(keepingCapacity: true)
    if stamp == .max {
      marks = Array(repeating: 0, count: marks.count)
      stamp = 0
    }
    stamp += 1
  }

  func isMarked(_ state: Int) -> Bool { marks[state] == stamp }

  /// Marks a state; false where it is marked already.
  mutating func mark(_ state: Int) -> Bool {
    guard marks[state] != stamp else { return false }
    marks[state] = stamp
    return true
  }
}
