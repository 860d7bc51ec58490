import Text

/// What stands at each token of a document, as places (see `PlaceTable`), and where phases may begin.
struct PlacePage {
  /// By token; -1 where it has not been read.
  private(set) var places: [Int32] = []
  /// By token: where the walk through all lists ended, see `EntryFinder`.
  private(set) var nodes: [Int32] = []
  /// The end of the stretch that each token was read in, 0 for none.
  private var ends: [Int32] = []
  /// By token: the needs that it meets (see `NeedTable`), and by the first token of a stretch those that all of it does.
  private var met: [UInt64] = []
  private var metByAll: [UInt64] = []
  private var words = 0
  /// By phase (see `PhaseMask`), a bit for each token where some rule of it may begin.
  private var starts: [UInt64] = []
  private var wordsPerPhase = 0

  /// Prepares for a document of so many tokens, for phases of so many rows and needs of so many words.
  mutating func begin(tokens: Int, rows: Int, words: Int) {
    self.words = words
    func clear<Number>(_ numbers: inout [Number], to number: Number, count: Int) {
      numbers.removeAll(keepingCapacity: true)
      numbers.append(contentsOf: repeatElement(number, count: count))
    }
    clear(&places, to: -1, count: tokens)
    clear(&nodes, to: EntryFinder.noNode, count: tokens)
    clear(&ends, to: 0, count: tokens)
    clear(&met, to: 0, count: tokens * words)
    clear(&metByAll, to: 0, count: tokens * words)
    wordsPerPhase = (tokens + 63) / 64
    clear(&starts, to: 0, count: wordsPerPhase * rows)
  }

  /// Whether a stretch has been read. Where it crosses one that was read before, all are forgotten.
  mutating func isRead(_ stretch: TokenRange) -> Bool {
    if ends[stretch.start] == Int32(truncatingIfNeeded: stretch.end) { return true }
    if stretch.indices.contains(where: { ends[$0] != 0 }) {
      for token in ends.indices { ends[token] = 0 }
    }
    return false
  }

  /// Writes what stands at a token of a stretch.
  mutating func write(_ place: Int32, _ node: Int32, at token: Int, before end: Int) {
    places[token] = place
    nodes[token] = node
    ends[token] = Int32(truncatingIfNeeded: end)
  }

  /// Says that a phase may begin at a token.
  mutating func addStart(row: Int, at token: Int) {
    starts[row * wordsPerPhase + token >> 6] |= 1 << UInt64(token & 63)
  }

  /// Writes 64 bits of the needs that a token of a stretch meets.
  mutating func write(met bits: UInt64, word: Int, at token: Int, of stretch: TokenRange) {
    met[token * words + word] = bits
    let first = stretch.start * words + word
    metByAll[first] = token == stretch.start ? bits : metByAll[first] | bits
  }

  /// 64 bits of the needs that a token meets.
  func met(at token: Int, word: Int) -> UInt64 { met[token * words + word] }

  /// The same of all tokens of a stretch that was read.
  func met(in stretch: TokenRange, word: Int) -> UInt64 { metByAll[stretch.start * words + word] }

  /// The bits of 64 tokens where some rule of a phase may begin.
  func starts(row: Int, word: Int) -> UInt64 { starts[row * wordsPerPhase + word] }
}
