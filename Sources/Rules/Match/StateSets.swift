/// The sets of states that the automaton of a phase has been in, each with a number; made as texts ask for them.
///
/// A set holds what follows without passing over anything; the numbers of the same states are the same. A look or
/// `except` whose outcome at a position is known stays in its set, marked as settled, so that it is asked once; when
/// nothing is open any more, they are dropped.
struct StateSets {
  /// What a run needs to know of a set.
  struct Info {
    /// Looks and `except`s that are not settled, as a stretch of `open`.
    var firstOpen: Int32 = 0
    var openCount: Int32 = 0
    /// Rules (-1: parts) that end here, as a stretch of `accepted`.
    var firstAccept: Int32 = 0
    var acceptCount: Int32 = 0
  }

  /// The set of no states.
  static let empty: Int32 = 0
  private static let settled: Int32 = 1 << 30
  /// Looks and `except`s that are settled together.
  private static let maximumTogether = 32

  private let code: [Instruction]
  private let isSkipping: Bool
  private(set) var infos: [Info] = []
  private(set) var accepted: [Int32] = []
  /// States that look or except.
  private(set) var open: [Int32] = []
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

  init(_ phase: CompiledPhase) {
    code = phase.code
    isSkipping = !phase.skipping.isEmpty
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
    info.firstOpen = Int32(truncatingIfNeeded: open.count)
    for member in written where member & Self.settled == 0 {
      switch code[Int(member)] {
      case .accept(let rule): accepted.append(Int32(truncatingIfNeeded: rule))
      case .look, .except: open.append(member)
      default: break
      }
    }
    info.openCount = Int32(truncatingIfNeeded: open.count) - info.firstOpen
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

  /// What is settled next in a set, together: states, as a stretch of `open`.
  func nextOpen(of set: Int32) -> Range<Int> {
    let info = infos[Int(set)]
    let first = Int(info.firstOpen)
    return first..<first + min(Int(info.openCount), Self.maximumTogether)
  }

  /// The set when its first open states are settled: one bit for each, set where the way on is free at once.
  mutating func settling(_ set: Int32, _ outcome: UInt32) -> Int32 {
    let key = UInt64(set) << 32 | UInt64(outcome)
    let known = outcomes.value(key)
    if known != NumberTable.absent { return known }
    begin()
    copy(set)
    for (number, place) in nextOpen(of: set).enumerated() {
      let state = open[place]
      settle(state)
      guard outcome >> UInt32(number) & 1 != 0 else { continue }
      switch code[Int(state)] {
      case .look(_, _, _, let next), .except(_, _, let next): add(next)
      default: break
      }
    }
    let result = finishSettling()
    outcomes.set(key, result)
    return result
  }

  private mutating func settle(_ state: Int32) {
    if let place = written.firstIndex(of: state) { written[place] |= Self.settled }
  }

  /// Drops what is settled when nothing is open: that it has been asked is of no more use. An `except` stays where
  /// its rule may skip annotations before it.
  private mutating func finishSettling() -> Int32 {
    let isOpen = written.contains { member in
      guard member & Self.settled == 0 else { return false }
      switch code[Int(member)] {
      case .look, .except: return true
      default: return false
      }
    }
    if !isOpen {
      written.removeAll { member in
        switch code[Int(member & ~Self.settled)] {
        case .look: true
        case .except: !isSkipping
        default: false
        }
      }
    }
    return finish()
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
