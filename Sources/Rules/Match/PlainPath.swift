import Text

/// A search for the first way on which nothing is skipped, the preferred alternatives first.
///
/// No way is better than that one, so most matches need nothing else. A state at a position is tried once, so a search
/// takes at most states × tokens steps.
struct PlainPath {
  /// A state at a position and the alternative that is being tried.
  struct Place {
    var state: Int
    var place: Int
    /// Says the alternative that comes next; what it counts is the state's own affair.
    var cursor = 0
    var end = 0
    var edge: Step.Edge?

    mutating func take(_ cursor: Int, _ end: Int, _ edge: Step.Edge?) {
      self.cursor = cursor
      self.end = end
      self.edge = edge
    }
  }

  private(set) var places: [Place] = []
  private var states = 0..<0
  private var start = 0
  /// The search that each state at a position was last tried in.
  private var stamps: [UInt32] = []
  private var stamp: UInt32 = 0

  /// Begins a search among the states of one rule or part; those below in `places` are left alone.
  mutating func begin(_ states: Range<Int>, over stretch: TokenRange) {
    self.states = states
    start = stretch.start
    let size = states.count * (stretch.count + 1)
    if stamps.count < size { stamps += repeatElement(0, count: size - stamps.count) }
    if stamp == .max {
      stamps = Array(repeating: 0, count: stamps.count)
      stamp = 0
    }
    stamp += 1
  }

  /// Enters a state at a position; false where it was tried before.
  mutating func enter(_ state: Int, _ place: Int) -> Bool {
    let slot = (place - start) * states.count + state - states.lowerBound
    guard stamps[slot] != stamp else { return false }
    stamps[slot] = stamp
    places.append(Place(state: state, place: place))
    return true
  }

  /// Notes which alternative is tried at a place and what it passes over.
  mutating func take(_ number: Int, cursor: Int, end: Int, _ edge: Step.Edge?) {
    places[number].take(cursor, end, edge)
  }

  mutating func removeLast(to count: Int) { places.removeLast(places.count - count) }
}
