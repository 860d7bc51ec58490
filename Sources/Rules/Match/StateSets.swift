/// The sets of states that the automaton of a phase has been in, each with a number; made as texts ask for them.
///
/// A set holds the states that can be reached without passing over anything and without asking anything: looks and
/// `except`s stand in it as questions that are answered where the set is at a position. Equal sets have one number.
///
/// Where an `except` has been entered in hope, see `Situations`, it stands in the set too, by a number behind all states.
struct StateSets {
  /// The set of no states.
  static let empty: Int32 = 0

  private let code: [Instruction]
  /// By state: what lies before it asks something of the token behind.
  private let asksBehind: [Bool]
  private var index = SequenceTable()
  /// By set.
  private var setAsksBehind: [Bool] = []
  private var unions = NumberTable()
  private var singles: [Int32]
  // The set that is being written.
  private var marks: [UInt32]
  private var stamp: UInt32 = 0
  private var written: [UInt32] = []
  private var stack: [Int32] = []

  init(_ phase: CompiledPhase) {
    code = phase.code
    asksBehind = Self.asksBehind(phase.code)
    marks = Array(repeating: 0, count: code.count * 2)
    singles = Array(repeating: -1, count: code.count)
    begin()
    _ = finish()
  }

  private static func asksBehind(_ code: [Instruction]) -> [Bool] {
    var result: [Bool] = []
    /// A state that has not been seen yet may ask.
    func asks(_ state: Int) -> Bool { state < result.count ? result[state] : true }
    for instruction in code {
      switch instruction {
      case .fork(let first, let second): result.append(asks(first) || asks(second))
      case .capture(_, _, let next), .except(_, _, let next): result.append(asks(next))
      case .look(_, let isAhead, _, let next): result.append(!isAhead || asks(next))
      case .token, .gap, .list, .annotation, .accept: result.append(false)
      }
    }
    return result
  }

  /// What the sets take in memory, counted in numbers.
  var size: Int { index.size + unions.count }

  /// The states of a set, as places for `state`.
  func range(of set: Int32) -> Range<Int> { index.range(of: Int(set)) }

  func state(_ place: Int) -> Int { Int(index.numbers[place]) }

  /// The `except` that has been entered where what stands at a place is no state.
  func entered(_ place: Int) -> Int? {
    let number = state(place)
    return number < code.count ? nil : number - code.count
  }

  /// Whether some question of a set is about the token behind.
  func asksBehind(_ set: Int32) -> Bool { setAsksBehind[Int(set)] }

  /// Whether what begins in a state asks something of the token behind.
  func asksBehind(state: Int) -> Bool { asksBehind[state] }

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

  /// Adds a state and all that follows from it without passing over or asking anything.
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
      default: written.append(UInt32(bitPattern: next))
      }
    }
  }

  /// Adds an `except` that has been entered.
  mutating func add(entered state: Int) {
    let number = code.count + state
    guard marks[number] != stamp else { return }
    marks[number] = stamp
    written.append(UInt32(truncatingIfNeeded: number))
  }

  /// Ends a set and gives its number.
  mutating func finish() -> Int32 {
    written.sort()
    let set = index.place(of: written)
    if set == setAsksBehind.count {
      setAsksBehind.append(written.contains { $0 < code.count && asksBehind[Int($0)] })
    }
    return Int32(truncatingIfNeeded: set)
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

  private mutating func copy(_ set: Int32) {
    for place in range(of: set) {
      let member = index.numbers[place]
      guard marks[Int(member)] != stamp else { continue }
      marks[Int(member)] = stamp
      written.append(member)
    }
  }
}
