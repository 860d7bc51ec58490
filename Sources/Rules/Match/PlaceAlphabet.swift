import Text

/// What can stand at a position, as the rules of one phase can tell it: each combination of the tests that its token
/// passes and of the list entries and annotations that start there is one letter, made as texts bring them.
struct PlaceAlphabet {
  /// What may be passed over at a position beside the token itself, in one number.
  struct Edge {
    let packed: UInt32

    /// The edge that may be skipped.
    static let skipped = -1

    init(packed: UInt32) { self.packed = packed }

    /// A list edge, or behind all of those an annotation edge, or `skipped`. `length` counts no further than what no
    /// match can span.
    init(number: Int, length: Int) {
      packed = UInt32(number + 1) << 8 | UInt32(min(length, spanCap * 2))
    }

    var number: Int { Int(packed >> 8) - 1 }
    var length: Int { Int(packed & 255) }
  }

  /// Letters whose numbers are larger are looked up anew each time.
  private static let unknown = UInt16.max

  /// Words of 64 bits that the tests of the phase take.
  let words: Int
  private let tests: [Int]
  /// By test of the program: its bit among those of the phase.
  private let bits: [Int32]
  /// By list edge of the program.
  private let hasEdge: [Bool]
  /// By place, see `PlaceTable`.
  private var letters: [UInt16] = []
  private var generation = 0
  /// Each letter as the words of its tests, the lower half first, and its edges in ascending order.
  private var index = SequenceTable()
  /// The letters that one letter and one edge more make.
  private var longer = NumberTable()
  private var key: [UInt32] = []

  /// An alphabet of the tests and list edges that a phase asks for.
  init(tests: [Int], listEdges: [Int], in program: Program) {
    self.tests = tests
    words = (tests.count + 63) / 64
    var bits = [Int32](repeating: 0, count: program.tests.count)
    for (bit, test) in tests.enumerated() { bits[test] = Int32(truncatingIfNeeded: bit) }
    self.bits = bits
    var hasEdge = [Bool](repeating: false, count: program.listEdges.count)
    for edge in listEdges { hasEdge[edge] = true }
    self.hasEdge = hasEdge
  }

  /// How many letters there are.
  var count: Int { index.count }

  /// Forgets all letters.
  mutating func removeAll() {
    letters.removeAll(keepingCapacity: true)
    index = SequenceTable()
    longer.removeAll()
  }

  /// Prepares for a document; places that were numbered anew are forgotten.
  mutating func begin(_ shared: SharedPlaces) {
    guard generation != shared.table.generation else { return }
    generation = shared.table.generation
    letters.removeAll(keepingCapacity: true)
  }

  // MARK: Making

  /// The letter of a place where no annotation starts.
  mutating func letter(of place: Int32, _ shared: SharedPlaces) -> Int32 {
    let number = Int(place)
    if number < letters.count, letters[number] != Self.unknown { return Int32(letters[number]) }
    return make(place, shared.table)
  }

  private mutating func make(_ place: Int32, _ places: PlaceTable) -> Int32 {
    let missing = max(places.count, Int(place) + 1) - letters.count
    if missing > 0 { letters += repeatElement(Self.unknown, count: missing) }
    key.removeAll(keepingCapacity: true)
    var word: UInt64 = 0
    for (bit, test) in tests.enumerated() {
      if places.row(of: place, word: test >> 6) >> UInt64(test & 63) & 1 != 0 {
        word |= 1 << UInt64(bit & 63)
      }
      if bit & 63 == 63 || bit == tests.count - 1 {
        key.append(UInt32(truncatingIfNeeded: word))
        key.append(UInt32(truncatingIfNeeded: word >> 32))
        word = 0
      }
    }
    for number in places.edgeRange(of: place) {
      let edge = places.edge(number)
      if hasEdge[edge.number] { key.append(edge.packed) }
    }
    let letter = Int32(truncatingIfNeeded: index.place(of: key))
    letters[Int(place)] = UInt16(clamping: letter)
    return letter
  }

  /// The letter that has one edge more than another; the same where it has the edge already.
  mutating func adding(_ edge: Edge, to letter: Int32) -> Int32 {
    let both = UInt64(letter) << 32 | UInt64(edge.packed)
    let known = longer.value(both)
    if known != NumberTable.absent { return known }
    let own = index.range(of: Int(letter))
    let edges = own.lowerBound + words * 2..<own.upperBound
    key.removeAll(keepingCapacity: true)
    key += index.numbers[own.lowerBound..<edges.lowerBound]
    key += index.numbers[edges].filter { $0 < edge.packed }
    key.append(edge.packed)
    key += index.numbers[edges].filter { $0 > edge.packed }
    let result = Int32(truncatingIfNeeded: index.place(of: key))
    longer.set(both, result)
    return result
  }

  // MARK: Asking

  /// Whether a token of a letter passes a test of the phase.
  func passes(_ letter: Int32, _ test: Int) -> Bool {
    has(letter, bit: Int(bits[test]))
  }

  /// Whether a token of a letter passes the test of a bit.
  func has(_ letter: Int32, bit: Int) -> Bool {
    let place = index.range(of: Int(letter)).lowerBound + bit >> 5
    return index.numbers[place] >> UInt32(bit & 31) & 1 != 0
  }

  /// The bit of a test among those of the phase.
  func bit(of test: Int) -> Int { Int(bits[test]) }

  /// The edges of a letter, as places for `edge`.
  func edgeRange(of letter: Int32) -> Range<Int> {
    let own = index.range(of: Int(letter))
    return own.lowerBound + words * 2..<own.upperBound
  }

  func edge(_ place: Int) -> Edge { Edge(packed: index.numbers[place]) }

  /// 32 bits of the tests that a letter passes.
  func half(_ number: Int, of letter: Int32) -> UInt32 {
    index.numbers[index.range(of: Int(letter)).lowerBound + number]
  }
}
