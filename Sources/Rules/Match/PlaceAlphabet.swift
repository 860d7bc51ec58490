import Text

/// What can stand at a position, as the rules of one phase can tell it: each combination of the tests that its token
/// passes and of the list entries and annotations that start there is one letter, made as texts bring them.
struct PlaceAlphabet {
  /// What may be passed over at a position, beside the token itself.
  struct Edge: Hashable {
    /// A list edge, or behind all of those an annotation edge, or -1 for what may be skipped.
    var number: Int32
    var length: Int32

    /// `length` counts no further than what no match can span.
    init(number: Int, length: Int) {
      self.number = Int32(truncatingIfNeeded: number)
      self.length = Int32(truncatingIfNeeded: min(length, spanCap * 2))
    }
  }

  /// A class of the classifier as a phase sees it, in one number.
  struct Kind {
    private let packed: Int32

    init(plain: Int32, beginsRule: Bool, beginsList: Bool) {
      packed = plain << 2 | (beginsRule ? 2 : 0) | (beginsList ? 1 : 0)
    }

    /// The letter where nothing but the token stands.
    var plain: Int32 { packed >> 2 }
    /// Some rule can begin with the token or with a list that it may begin.
    var beginsRule: Bool { packed & 2 != 0 }
    /// Some list of the phase may have an entry that begins with the token.
    var beginsList: Bool { packed & 1 != 0 }
  }

  /// The bits of tests and lists that the phase asks for, and of those the ones that rules begin with and of lists.
  private let mask: [UInt64]
  private let beginnings: [UInt64]
  private let lists: [UInt64]
  /// By class of the classifier.
  private(set) var kinds: [Kind] = []
  /// The rows of the classifier's classes with the bits of the phase, and by row.
  private var rows: RowTable
  private var kindOfRow: [Kind] = []
  /// The letters that one letter and one edge more make.
  private var longer = NumberTable()
  /// By letter; its edges are a stretch of `edges`, whose starts are one more than there are letters.
  private var rowOf: [Int32] = []
  private var edgeStarts: [Int32] = [0]
  private var edges: [Edge] = []
  private var key: [UInt64] = []

  /// An alphabet for `bits`, of which rules begin with `beginnings`; those from `firstList` on are lists.
  init(bits: [Int], beginnings: [Int], firstList: Int, count: Int) {
    let size = (count + 63) / 64
    func bitSet(of bits: [Int]) -> [UInt64] {
      var mask = [UInt64](repeating: 0, count: size)
      for bit in bits { mask[bit >> 6] |= 1 << UInt64(bit & 63) }
      return mask
    }
    rows = RowTable(width: size)
    mask = bitSet(of: bits)
    self.beginnings = bitSet(of: beginnings)
    lists = bitSet(of: bits.filter { $0 >= firstList })
  }

  /// How many letters there are.
  var count: Int { rowOf.count }

  /// Forgets the classes of the classifier, which has numbered them anew.
  mutating func forgetClasses() { kinds.removeAll(keepingCapacity: true) }

  /// Adds the next class of the classifier, by the words of its bits.
  mutating func addClass(_ bits: (Int) -> UInt64) {
    key.removeAll(keepingCapacity: true)
    for word in mask.indices { key.append(bits(word) & mask[word]) }
    let row = rows.number(of: key)
    if row == kindOfRow.count {
      kindOfRow.append(
        Kind(
          plain: add(row: Int32(truncatingIfNeeded: row), 0..<0, nil),
          beginsRule: Self.meet(key, beginnings), beginsList: Self.meet(key, lists)))
    }
    kinds.append(kindOfRow[row])
  }

  private static func meet(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    a.indices.contains { a[$0] & b[$0] != 0 }
  }

  /// Whether a token of a letter passes a test, or may begin a list.
  func passes(_ letter: Int32, _ bit: Int) -> Bool {
    rows.word(bit >> 6, of: Int(rowOf[Int(letter)])) >> UInt64(bit & 63) & 1 != 0
  }

  /// The letter that has one edge more than another; the same where it has the edge already.
  mutating func adding(_ edge: Edge, to letter: Int32) -> Int32 {
    let packed = UInt64(UInt32(bitPattern: edge.number + 1)) << 8 | UInt64(edge.length)
    let key = UInt64(letter) << 32 | packed
    let known = longer.value(key)
    if known != NumberTable.absent { return known }
    let own = edgeRange(of: letter)
    let result =
      edges[own].contains(edge) ? letter : add(row: rowOf[Int(letter)], own, edge)
    longer.set(key, result)
    return result
  }

  private mutating func add(row: Int32, _ first: Range<Int>, _ last: Edge?) -> Int32 {
    rowOf.append(row)
    for place in first { edges.append(edges[place]) }
    if let last { edges.append(last) }
    edgeStarts.append(Int32(truncatingIfNeeded: edges.count))
    return Int32(truncatingIfNeeded: rowOf.count - 1)
  }

  /// The edges of a letter, as places for `edge`.
  func edgeRange(of letter: Int32) -> Range<Int> {
    Int(edgeStarts[Int(letter)])..<Int(edgeStarts[Int(letter) + 1])
  }

  func edge(_ place: Int) -> Edge { edges[place] }

  /// Calls `body` with each bit of a letter's row.
  func forEachBit(of letter: Int32, _ body: (Int) -> Void) {
    let row = Int(rowOf[Int(letter)])
    for word in 0..<rows.width {
      var bits = rows.word(word, of: row)
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
