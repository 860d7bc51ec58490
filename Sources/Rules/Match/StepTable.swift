/// The steps of an automaton from its situations over letters, as far as they have been made.
///
/// Columns are letters counted from 1; column 0 stands for the end of what is read.
struct StepTable {
  /// What happens in a situation over a letter.
  struct Step {
    /// The situation one token on, `question`, or below that a step of several lengths.
    var next: Int32
    /// Which rules end before the letter, see `Acceptances`; 0 for none. Of a question its number.
    var accepted: Int32
    /// Something was hoped for that is open.
    var isHoped = false

    static let question: Int32 = -1
    static let absent = Step(next: 0, accepted: -1)
    var isKnown: Bool { accepted >= 0 }
    var isQuestion: Bool { next == Self.question }
  }

  /// Where one of several edges of a step leads: a set, by its length.
  struct Branch {
    var length: Int
    var set: Int32
  }

  /// The first rows and columns stand in a table of their own, found without hashing: texts bring the frequent first.
  private static let denseRows = 1 << 11
  private static let denseColumns = 64
  /// What a short step holds, in one number: the next situation in its low bits, whether something was hoped for, and
  /// what is accepted above.
  private static let nextBits: Int32 = 20
  private static let maximumNext: Int32 = 1 << nextBits
  private static let maximumAccepted: Int32 = 1 << (30 - nextBits)

  /// By row and column: a short step, or below 0 the place of a step in `long`, counted down from -1.
  private var dense: [Int32] = []
  private var others = NumberTable()
  private var long: [Step] = []
  /// What a situation asks of a letter and finds there: letters that answer alike share a step.
  private var signatures = SequenceTable()
  private var bySignature: [Int32] = []
  private var branches: [Branch] = []
  /// One more than there are steps of several lengths.
  private var branchStarts: [Int32] = [0]
  private var count = 0

  /// The step from a situation over a column, `Step.absent` where it has not been made. O(1).
  func step(_ row: Int32, _ column: Int32) -> Step {
    let place = Int(row) * Self.denseColumns + Int(column)
    if Int(column) < Self.denseColumns, place < dense.count { return step(dense[place]) }
    return step(others.value(Self.key(row, column)))
  }

  private func step(_ code: Int32) -> Step {
    if code >= 0 {
      return Step(
        next: code & (Self.maximumNext - 1), accepted: code >> (Self.nextBits + 1),
        isHoped: code & Self.maximumNext != 0)
    }
    return code == NumberTable.absent ? .absent : long[-1 - Int(code)]
  }

  /// A step as one number.
  private mutating func code(of step: Step) -> Int32 {
    if step.next >= 0, step.next < Self.maximumNext, step.accepted < Self.maximumAccepted {
      let hope = step.isHoped ? Self.maximumNext : 0
      return step.accepted << (Self.nextBits + 1) | hope | step.next
    }
    long.append(step)
    return Int32(truncatingIfNeeded: -long.count)
  }

  mutating func set(_ row: Int32, _ column: Int32, _ step: Step) {
    count += 1
    let code = code(of: step)
    guard Int(row) < Self.denseRows, Int(column) < Self.denseColumns else {
      return others.set(Self.key(row, column), code)
    }
    let size = (Int(row) + 1) * Self.denseColumns
    if dense.count < size {
      dense += repeatElement(NumberTable.absent, count: size - dense.count)
    }
    dense[Int(row) * Self.denseColumns + Int(column)] = code
  }

  private static func key(_ row: Int32, _ column: Int32) -> UInt64 {
    UInt64(row) << 32 | UInt64(column)
  }

  // MARK: Signatures

  /// The place of a signature, new or known.
  mutating func place(ofSignature signature: [UInt32]) -> Int {
    let place = signatures.place(of: signature)
    if place == bySignature.count { bySignature.append(NumberTable.absent) }
    return place
  }

  /// The step of a signature, `Step.absent` where it has not been made.
  func step(ofSignature place: Int) -> Step { step(bySignature[place]) }

  mutating func keep(_ step: Step, ofSignature place: Int) { bySignature[place] = code(of: step) }

  // MARK: Steps of several lengths

  /// What stands for a step of several lengths.
  mutating func next(of ways: [Branch]) -> Int32 {
    branches += ways
    branchStarts.append(Int32(truncatingIfNeeded: branches.count))
    return Step.question - Int32(truncatingIfNeeded: branchStarts.count - 1)
  }

  /// The ways of a step of several lengths, as places for `branch`.
  func branchRange(of next: Int32) -> Range<Int> {
    let place = Int(Step.question - next) - 1
    return Int(branchStarts[place])..<Int(branchStarts[place + 1])
  }

  func branch(_ place: Int) -> Branch { branches[place] }

  /// What the steps take in memory, counted in numbers.
  var size: Int { count + signatures.size + branches.count + long.count * 2 }
}
