/// Sets of states at a position: what of its questions about the token behind is known belongs to it.
///
/// These are the states of the deterministic automaton.
struct Situations {
  struct Situation {
    var set: Int32
    /// What the letter behind tells, see `Outlooks`; 0 where the set does not ask.
    var outlook: Int32
    /// The set begins here, where nothing may be skipped.
    var isFirst: Bool
    /// Every question that the letters beside a position leave open is taken to be answered so that the way is free, and
    /// what is excepted to be passed over: where this ends in nothing, so does what asks.
    var isHopeful = false
  }

  /// The situation in which nothing can happen.
  static let dead: Int32 = 0

  private var all: [Situation] = []
  private var index = NumberTable()
  /// By situation: where its mask stands, -1 where it has not been made.
  private var maskStarts: [Int32] = []
  private var masks: [UInt32] = []

  init() { _ = number(of: Situation(set: StateSets.empty, outlook: 0, isFirst: false)) }

  var count: Int { all.count }

  /// What the situations take in memory, counted in numbers.
  var size: Int { all.count * 2 + masks.count }

  subscript(number: Int32) -> Situation { all[Int(number)] }

  /// The number of a situation, new or known.
  mutating func number(of situation: Situation) -> Int32 {
    let flags: UInt64 = (situation.isHopeful ? 2 : 0) | (situation.isFirst ? 1 : 0)
    let key = UInt64(situation.set) << 32 | UInt64(situation.outlook) << 2 | flags
    let known = index.value(key)
    if known != NumberTable.absent { return known }
    let number = Int32(truncatingIfNeeded: all.count)
    all.append(situation)
    maskStarts.append(-1)
    index.set(key, number)
    return number
  }

  /// The same situation where nothing is hoped for.
  mutating func sober(_ number: Int32) -> Int32 {
    var situation = self[number]
    situation.isHopeful = false
    return self.number(of: situation)
  }

  // MARK: What a situation asks of a letter

  /// Where the mask of a situation begins among `maskWord`s, nil where it has not been kept.
  func mask(of number: Int32) -> Int? {
    let start = Int(maskStarts[Int(number)])
    return start < 0 ? nil : start
  }

  func maskWord(_ place: Int) -> UInt32 { masks[place] }

  mutating func keep(mask: [UInt32], of number: Int32) {
    maskStarts[Int(number)] = Int32(truncatingIfNeeded: masks.count)
    masks += mask
  }
}
