import Text

/// What stands at each token of a document, as places (see `PlaceTable`), and where phases may begin.
struct PlacePage {
  /// By token; -1 where it has not been read.
  private(set) var places: [Int32] = []
  /// By token: where the walk through all lists ended, see `EntryFinder`.
  private(set) var nodes: [Int32] = []
  /// The end of the stretch that each token was read in, 0 for none.
  private var ends: [Int32] = []
  /// By row of `PhaseBeginnings`: where some rule of a phase may begin.
  var starts = TokenBitmaps()
  /// By group of `NeedTable`: what meets it.
  var met = TokenBitmaps()
  private let beginnings: PhaseBeginnings
  private let groups: Int

  init(_ beginnings: PhaseBeginnings, groups: Int) {
    self.beginnings = beginnings
    self.groups = groups
  }

  /// Prepares for a document of so many tokens.
  mutating func begin(tokens: Int) {
    func clear(_ numbers: inout [Int32], to number: Int32) {
      numbers.removeAll(keepingCapacity: true)
      numbers.append(contentsOf: repeatElement(number, count: tokens))
    }
    clear(&places, to: -1)
    clear(&nodes, to: EntryFinder.noNode)
    clear(&ends, to: 0)
    starts.clear(rows: beginnings.rowCount, tokens: tokens)
    met.clear(rows: groups, tokens: tokens)
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

  /// Says that some phases may begin at a token.
  mutating func addStarts(_ phases: PhaseBeginnings.Phases, at token: Int) {
    beginnings.set(phases, at: token, in: &starts)
  }

  /// The rows of `starts` of a phase, of free and of needy rules.
  func startRows(of phase: Int) -> (free: Int, needy: Int) { beginnings.rows(of: phase) }
}
