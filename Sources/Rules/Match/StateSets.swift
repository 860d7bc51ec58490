/// The sets of states that the automaton of a phase has been in, each with a number; made as texts ask for them.
///
/// The number of a set says in its two low bits whether something is open or ends in it, so that a run need not ask.
/// A set holds what follows without passing over anything; the numbers of the same states are the same. A look or
/// `except` whose outcome at a position is known stays in its set, marked as settled, so that it is asked once; when
/// nothing is open any more, they are dropped.
struct StateSets {
  /// What a run needs to know of a set in which something is open or ends.
  struct Info {
    /// Looks and `except`s that are not settled, as a stretch of `open`.
    var firstOpen: Int32 = 0
    var openCount: Int32 = 0
    /// Rules (-1: parts) that end here, as a stretch of `accepted`, the chosen first.
    var firstAccept: Int32 = 0
    var acceptCount: Int32 = 0
    /// Some of what is open is an `except`.
    var excepts = false
  }

  /// The set of no states.
  static let empty: Int32 = 0

  /// The place of a set among all.
  static func index(_ set: Int32) -> Int { Int(set >> 2) }
  static func hasOpen(_ set: Int32) -> Bool { set & 1 != 0 }
  static func accepts(_ set: Int32) -> Bool { set & 2 != 0 }

  private static let settled: Int32 = 1 << 30
  /// Looks and `except`s that are settled together.
  private static let maximumTogether = 32

  private let code: [Instruction]
  private let isSkipping: Bool
  private let priorities: [Int]
  /// By state: it looks, or excepts what no letter tells.
  private let isOpen: [Bool]
  private var infos: [Info] = []
  private var accepted: [Int32] = []
  /// States that look or except.
  private(set) var open: [Int32] = []
  private var members: [Int32] = []
  /// One more than there are sets.
  private var starts: [Int32] = [0]
  /// The last set of each hash, and by set the one of the same hash before it, -1 where there is none.
  private var index = NumberTable()
  private var sameHash: [Int32] = []
  private var unions = NumberTable()
  private var outcomes = NumberTable()
  private var singles: [Int32]
  // The set that is being written.
  private var marks: [UInt32]
  private var stamp: UInt32 = 0
  private var written: [Int32] = []
  private var stack: [Int32] = []

  init(_ phase: CompiledPhase, _ shapes: PartShapes) {
    code = phase.code
    priorities = phase.rules.map(\.priority)
    isOpen = phase.code.indices.map { state in
      switch phase.code[state] {
      case .look: true
      case .except: !shapes.isTold[state]
      default: false
      }
    }
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
    members[range(of: set)].lazy.map { Int($0 & ~Self.settled) }
  }

  private func range(of set: Int32) -> Range<Int> {
    let place = Self.index(set)
    return Int(starts[place])..<Int(starts[place + 1])
  }

  func info(of set: Int32) -> Info { infos[Self.index(set)] }

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
    let hash = writtenHash
    let last = index.value(hash)
    if let known = find(from: last) { return known }
    var info = Info()
    info.firstAccept = Int32(truncatingIfNeeded: accepted.count)
    info.firstOpen = Int32(truncatingIfNeeded: open.count)
    for member in written where member & Self.settled == 0 {
      switch code[Int(member)] {
      case .accept(let rule):
        accepted.append(Int32(truncatingIfNeeded: rule))
      case .look: open.append(member)
      case .except where isOpen[Int(member)]:
        open.append(member)
        info.excepts = true
      default: break
      }
    }
    info.openCount = Int32(truncatingIfNeeded: open.count) - info.firstOpen
    info.acceptCount = Int32(truncatingIfNeeded: accepted.count) - info.firstAccept
    if info.acceptCount > 1 {
      let rules = accepted[Int(info.firstAccept)...].sorted {
        (-priority(of: $0), $0) < (-priority(of: $1), $1)
      }
      accepted.replaceSubrange(Int(info.firstAccept)..., with: rules)
    }
    let flags: Int32 = (info.openCount > 0 ? 1 : 0) | (info.acceptCount > 0 ? 2 : 0)
    let number = Int32(truncatingIfNeeded: infos.count) << 2 | flags
    sameHash.append(last == NumberTable.absent ? -1 : last)
    index.set(hash, number)
    infos.append(info)
    members += written
    starts.append(Int32(truncatingIfNeeded: members.count))
    return number
  }

  private var writtenHash: UInt64 {
    var hash: UInt64 = 0
    for member in written {
      hash = (hash ^ UInt64(UInt32(bitPattern: member))) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 32
    }
    // The largest number stands for a free place.
    return hash >> 1
  }

  /// The set among those of one hash that is the written one.
  private func find(from last: Int32) -> Int32? {
    var set = last
    while set >= 0 {
      if members[range(of: set)].elementsEqual(written) { return set }
      set = sameHash[Self.index(set)]
    }
    return nil
  }

  private func priority(of rule: Int32) -> Int { rule < 0 ? 0 : priorities[Int(rule)] }

  /// The rules that end in a set, by priority and then in the order of the file.
  func rules(of set: Int32) -> some Sequence<Int> {
    let info = info(of: set)
    let first = Int(info.firstAccept)
    return accepted[first..<first + Int(info.acceptCount)].lazy.map { Int($0) }
  }

  /// The first of `rules(of:)`.
  func best(of set: Int32) -> Int? {
    let info = info(of: set)
    return info.acceptCount > 0 ? Int(accepted[Int(info.firstAccept)]) : nil
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
    let info = info(of: set)
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
    let isAnyOpen = written.contains { $0 & Self.settled == 0 && isOpen[Int($0)] }
    if !isAnyOpen {
      written.removeAll { member in
        let state = Int(member & ~Self.settled)
        guard isOpen[state] else { return false }
        if case .except = code[state] { return !isSkipping }
        return true
      }
    }
    return finish()
  }

  private mutating func copy(_ set: Int32) {
    for place in range(of: set) {
      let member = members[place]
      let state = Int(member & ~Self.settled)
      guard marks[state] != stamp else { continue }
      marks[state] = stamp
      written.append(member)
    }
  }
}
