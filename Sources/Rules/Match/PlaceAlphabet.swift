import Text

/// What can stand at a position, as the rules of one phase can tell it: each combination of the tests that its token
/// passes and of the list entries and annotations that start there is one letter, made as texts bring them.
struct PlaceAlphabet {
  /// What may be passed over at a position, beside the token itself.
  struct Edge: Hashable {
    /// A list edge, or behind all of those an annotation edge, or -1 for what may be skipped.
    var number: Int32
    var length: Int32
  }

  private let words: Int
  /// The bits of tests and lists that the phase asks for.
  private let mask: [UInt64]
  /// By class of the classifier: the letter's row plus one, 0 where it is not known yet.
  private var projected: [Int32] = []
  private var rowIndex: [[UInt64]: Int32] = [:]
  private var rows: [UInt64] = []
  /// The letter of each class that begins no list, where nothing else stands; -1 where it is not known.
  private var plainByClass: [Int32] = []
  /// The letter of each row alone, plus one; 0 where it is not known yet.
  private var plain: [Int32] = []
  private var index: [[Edge]: Int32] = [:]
  /// By letter.
  private var rowOf: [Int32] = []
  private var edges: [[Edge]] = []
  private var key: [Edge] = []

  init(bits: [Int], count: Int) {
    words = (count + 63) / 64
    var mask = [UInt64](repeating: 0, count: words)
    for bit in bits { mask[bit >> 6] |= 1 << UInt64(bit & 63) }
    self.mask = mask
  }

  /// How many letters there are.
  var count: Int { rowOf.count }

  /// Forgets the classes of the classifier, which has numbered them anew.
  mutating func forgetClasses() {
    projected.removeAll(keepingCapacity: true)
    plainByClass.removeAll(keepingCapacity: true)
  }

  /// The letter of a class where nothing but the token stands, nil where it is not known. O(1).
  func plainLetter(_ number: Int) -> Int32? {
    guard number < plainByClass.count, plainByClass[number] >= 0 else { return nil }
    return plainByClass[number]
  }

  /// Remembers the letter of a class that begins no list.
  mutating func keepPlain(_ number: Int, row: Int) {
    if plainByClass.count <= number {
      plainByClass += repeatElement(-1, count: number + 1 - plainByClass.count)
    }
    plainByClass[number] = letter(row: row)
  }

  /// The row of a class: its bits that the phase asks for.
  mutating func row(of number: Int, _ classBits: (Int) -> UInt64) -> Int {
    if number < projected.count, projected[number] != 0 { return Int(projected[number]) - 1 }
    let bits = (0..<words).map { classBits($0) & mask[$0] }
    let row = rowIndex[bits] ?? Int32(rowIndex.count)
    if Int(row) == rowIndex.count {
      rowIndex[bits] = row
      rows += bits
      plain.append(0)
    }
    if projected.count <= number {
      projected += repeatElement(0, count: number + 1 - projected.count)
    }
    projected[number] = row + 1
    return Int(row)
  }

  func passes(row: Int, _ bit: Int) -> Bool {
    rows[row * words + bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Whether a token of a letter passes a test.
  func passes(_ letter: Int32, _ bit: Int) -> Bool { passes(row: Int(rowOf[Int(letter)]), bit) }

  /// The letter of a row where no list entry and no annotation starts.
  mutating func letter(row: Int) -> Int32 {
    if plain[row] > 0 { return plain[row] - 1 }
    let letter = add(row, [])
    plain[row] = letter + 1
    return letter
  }

  /// The letter of a row with edges, in the order of the rules of the program.
  mutating func letter(row: Int, _ edges: [Edge]) -> Int32 {
    guard !edges.isEmpty else { return letter(row: row) }
    key.removeAll(keepingCapacity: true)
    key.append(Edge(number: Int32(truncatingIfNeeded: row), length: 0))
    key += edges
    if let known = index[key] { return known }
    let letter = add(row, edges)
    index[key] = letter
    return letter
  }

  private mutating func add(_ row: Int, _ edges: [Edge]) -> Int32 {
    rowOf.append(Int32(truncatingIfNeeded: row))
    self.edges.append(edges)
    return Int32(truncatingIfNeeded: rowOf.count - 1)
  }

  func edges(of letter: Int32) -> [Edge] { edges[Int(letter)] }

  /// Calls `body` with each bit of a letter's row.
  func forEachBit(of letter: Int32, _ body: (Int) -> Void) {
    let row = Int(rowOf[Int(letter)])
    for word in 0..<words {
      var bits = rows[row * words + word]
      while bits != 0 {
        body(word * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }
}
