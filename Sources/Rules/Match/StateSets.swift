/// The sets of states that the automaton of a phase has been in, each with a number; made as texts ask for them.
///
/// A set holds what follows without passing over anything; the numbers of the same states are the same. A look or
/// `except` whose outcome at a position is known stays in its set, marked as settled, so that it is asked once.
struct StateSets {
  /// What a run needs to know of a set.
  struct Info {
    /// The first look or `except` that is not settled, -1 for none.
    var open: Int32 = -1
    /// Rules (-1: parts) that end here, as a stretch of `accepted`.
    var firstAccept: Int32 = 0
    var acceptCount: Int32 = 0
  }

  /// The set of no states.
  static let empty: Int32 = 0
  private static let settled: Int32 = 1 << 30

  private let code: [Instruction]
  private(set) var infos: [Info] = []
  private(set) var accepted: [Int32] = []
  private var members: [Int32] = []
  /// One more than there are sets.
  private var starts: [Int32] = [0]
  private var index: [[Int32]: Int32] = [:]
  private var unions = NumberTable()
  private var outcomes = NumberTable()
  private var singles: [Int32]
  // The set that is being written.
  private var marks: [UInt32]
  private var stamp: UInt32 = 0
  private var written: [Int32] = []
  private var stack: [Int32] = []

  init(code: [Instruction]) {
    self.code = code
    marks = Array(repeating: 0, count: code.count)
    singles = Array(repeating: -1, count: code.count)
    begin()
    _ = finish()
  }

  /// What the sets take in memory, counted in numbers.
  var size: Int { members.count + infos.count }

  /// The states of a set that are not settled.
  func states(of set: Int32) -> some Sequence<Int> {
    members[Int(starts[Int(set)])..<Int(starts[Int(set) + 1])].lazy
      .map { Int($0 & ~Self.settled) }
  }

  // MARK: Writing

  /// Begins a set; what is added until `finish` is in it.
  mutating func begin() {
    written.removeAll(keepingCapacity: true)
    if stamp == .max {
      marks = Array(repeating: 0, count: marks.count)
      stamp = 0
    }
    stamp += 1
  }

  /// Adds a state and all that follows from it without passing over anything.
  mutating func add(_ state: Int) {
    stack.append(Int32(truncatingIfNeeded: state))
    while let next = stack.popLast() {
      guard marks[Int(next)] != stamp else { continue }
      marks[Int(next)] = stamp
      switch code[Int(next)] {
      case .fork(let first, let second):
        stack.append(Int32(truncatingIfNeeded: second))
        stack.append(Int32(truncatingIfNeeded: first))
      case .capture(_, _, let following): stack.append(Int32(truncatingIfNeeded: following))
      default: written.append(next)
      }
    }
  }

  /// Ends a set and gives its number.
  mutating func finish() -> Int32 {
    written.sort()
    if let known = index[written] { return known }
    let number = Int32(truncatingIfNeeded: infos.count)
    index[written] = number
    var info = Info()
    info.firstAccept = Int32(truncatingIfNeeded: accepted.count)
    for member in written where member & Self.settled == 0 {
      switch code[Int(member)] {
      case .accept(let rule): accepted.append(Int32(truncatingIfNeeded: rule))
      case .look, .except: if info.open < 0 { info.open = member }
      default: break
      }
    }
    info.acceptCount = Int32(truncatingIfNeeded: accepted.count) - info.firstAccept
    infos.append(info)
    members += written
    starts.append(Int32(truncatingIfNeeded: members.count))
    return number
  }

  // MARK: Sets from sets

  /// The set that a state stands for.
  mutating func single(_ state: Int) -> Int32 {
    if singles[state] >= 0 { return singles[state] }
    begin()
    add(state)
    let set = finish()
    singles[state] = set
    return set
  }

  mutating func union(_ a: Int32, _ b: Int32) -> Int32 {
    if a == b || b == Self.empty { return a }
    if a == Self.empty { return b }
    let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
    let known = unions.value(key)
    if known != NumberTable.absent { return known }
    begin()
    copy(a)
    copy(b)
    let set = finish()
    unions.set(key, set)
    return set
  }

  /// The set when its open look or `except` is settled; `next` is what follows where it holds.
  mutating func settling(_ set: Int32, holds: Bool, next: Int) -> Int32 {
    let key = UInt64(set) << 1 | (holds ? 1 : 0)
    let known = outcomes.value(key)
    if known != NumberTable.absent { return known }
    let open = infos[Int(set)].open
    begin()
    copy(set)
    if let place = written.firstIndex(of: open) { written[place] |= Self.settled }
    if holds { add(next) }
    let result = finish()
    outcomes.set(key, result)
    return result
  }

  private mutating func copy(_ set: Int32) {
    for place in Int(starts[Int(set)])..<Int(starts[Int(set) + 1]) {
      let member = members[place]
      let state = Int(member & ~Self.settled)
      guard marks[state] != stamp else { continue }
      marks[state] = stamp
      written.append(member)
    }
  }
}
