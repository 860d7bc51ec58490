import Text

/// What can stand at a token, as numbers that all phases share: the class of the token with the list entries that begin
/// there. One per worker; places are numbered as texts bring them, so a phase learns each once.
struct PlaceTable {
  /// Places that are kept; with more they are numbered anew.
  private static let maximumPlaces = 1 << 18

  private let program: Program
  private let beginnings: PhaseBeginnings
  private let needs: NeedTable
  private(set) var finder: EntryFinder
  private let testWords: Int
  /// Counts how often places were numbered anew.
  private(set) var generation = 0
  private var seen = (classes: 0, entries: 0)

  // By class of the classifier.
  private var rows: [UInt64] = []
  private var listStarts: [Int32] = [0]
  private var lists: [Int32] = []
  private var placeOfClass: [Int32] = []

  /// By token: its place where that depends on nothing else, -1 where it is not known or the lists go on behind it.
  private var placeOfToken: [Int32] = []

  // By place.
  private var classOfPlace: [Int32] = []
  private var outcomeOfPlace: [Int32] = []
  private var phasesOfPlace: [PhaseBeginnings.Phases] = []
  /// The groups of needs that a place meets; one more than there are places.
  private var groupStarts: [Int32] = [0]
  private var groups: [Int32] = []
  private var placeOfPair = NumberTable()

  init(_ program: Program, _ beginnings: PhaseBeginnings, _ needs: NeedTable) {
    self.program = program
    self.beginnings = beginnings
    self.needs = needs
    finder = EntryFinder(program)
    testWords = (program.tests.count + 63) / 64
  }

  /// How many places there are.
  var count: Int { classOfPlace.count }

  /// 64 bits of the tests that the token of a place passes.
  func row(of place: Int32, word: Int) -> UInt64 {
    rows[Int(classOfPlace[Int(place)]) * testWords + word]
  }

  /// The list edges at a place by ascending number, as places for `edge`.
  func edgeRange(of place: Int32) -> Range<Int> {
    finder.edgeRange(of: Int(outcomeOfPlace[Int(place)]))
  }

  func edge(_ place: Int) -> PlaceAlphabet.Edge { finder.edge(place) }

  // MARK: Learning

  /// Learns the classes of a classifier before a document; where too much is known, all is forgotten.
  mutating func learn(_ classifier: TokenClassifier) {
    finder.forgetIfMany()
    let now = (classes: classifier.generation, entries: finder.generation)
    if now != seen || count > Self.maximumPlaces { forget() }
    seen = now
    for number in placeOfClass.count..<max(placeOfClass.count, classifier.count) {
      add(number, classifier)
    }
  }

  private mutating func forget() {
    generation += 1
    rows.removeAll(keepingCapacity: true)
    (listStarts, lists) = ([0], [])
    placeOfClass.removeAll(keepingCapacity: true)
    placeOfToken.removeAll(keepingCapacity: true)
    classOfPlace.removeAll(keepingCapacity: true)
    outcomeOfPlace.removeAll(keepingCapacity: true)
    phasesOfPlace.removeAll(keepingCapacity: true)
    (groupStarts, groups) = ([0], [])
    placeOfPair.removeAll()
  }

  private mutating func add(_ number: Int, _ classifier: TokenClassifier) {
    for word in 0..<testWords {
      // Behind the tests stand the lists.
      let own = min(64, program.tests.count - word * 64)
      rows.append(classifier.bits(of: number, word: word) & (.max >> UInt64(64 - own)))
    }
    for list in program.lists.indices {
      let bit = program.tests.count + list
      if classifier.bits(of: number, word: bit >> 6) >> UInt64(bit & 63) & 1 != 0 {
        lists.append(Int32(truncatingIfNeeded: list))
      }
    }
    listStarts.append(Int32(truncatingIfNeeded: lists.count))
    placeOfClass.append(-1)
  }

  // MARK: Reading

  /// Reads a stretch of tokens of these classes into a page; nothing beyond the stretch is seen. O(tokens).
  mutating func read(
    _ stretch: TokenRange, of source: TokenSource, _ classes: [UInt32], into page: inout PlacePage
  ) {
    let missing = source.vocabulary.count - placeOfToken.count
    if missing > 0 { placeOfToken += repeatElement(-1, count: missing) }
    for token in stretch.indices {
      let id = Int(source.tokens[token].id.rawValue)
      var place = placeOfToken[id]
      if place >= 0 {
        page.write(place, EntryFinder.noNode, at: token, before: stretch.end)
      } else {
        let node: Int32
        (place, node) = self.place(
          of: Int(classes[token]), at: token, before: stretch.end, source)
        page.write(place, node, at: token, before: stretch.end)
        let root = finder.root(of: source.tokens[token].id)
        if !finder.goesOn(behind: root) { placeOfToken[id] = place }
      }
      page.addStarts(phasesOfPlace[Int(place)], at: token)
      for number in Int(groupStarts[Int(place)])..<Int(groupStarts[Int(place) + 1]) {
        page.met.set(token, in: Int(groups[number]))
      }
    }
  }

  /// The first of the longest entries at a token that a list edge passes over; nil where there is none. `node` is where
  /// its walk ended, if there was one. Mutating, so that nothing is copied where a table is shared.
  mutating func entry(
    of edge: Int, at token: TokenID, _ node: Int32
  ) -> (row: Int, length: Int)? {
    finder.entry(of: edge, at: node >= 0 ? node : finder.root(of: token))
  }

  private mutating func place(
    of number: Int, at token: Int, before end: Int, _ source: TokenSource
  ) -> (place: Int32, node: Int32) {
    let own = Int(listStarts[number])..<Int(listStarts[number + 1])
    var node = EntryFinder.noNode
    if !own.isEmpty {
      node = finder.lastNode(at: token, before: end, source, lists: { lists[own] })
    }
    let outcome = finder.outcome(of: node)
    guard outcome != EntryFinder.nothing else {
      if placeOfClass[number] < 0 { placeOfClass[number] = add(number, outcome) }
      return (placeOfClass[number], node)
    }
    let key = UInt64(number) << 32 | UInt64(outcome)
    let known = placeOfPair.value(key)
    if known != NumberTable.absent { return (known, node) }
    let place = add(number, outcome)
    placeOfPair.set(key, place)
    return (place, node)
  }

  private mutating func add(_ number: Int, _ outcome: Int) -> Int32 {
    classOfPlace.append(Int32(truncatingIfNeeded: number))
    outcomeOfPlace.append(Int32(truncatingIfNeeded: outcome))
    var phases = PhaseBeginnings.Phases()
    var met: [Int] = []
    for word in 0..<testWords {
      var bits = rows[number * testWords + word]
      while bits != 0 {
        let test = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        phases.formUnion(beginnings.byTest[test])
        met += needs.byTest[test]
      }
    }
    for place in finder.edgeRange(of: outcome) {
      let edge = finder.edge(place).number
      phases.formUnion(beginnings.byListEdge[edge])
      met += needs.byListEdge[edge]
    }
    phasesOfPlace.append(phases)
    for group in Set(met) { groups.append(Int32(truncatingIfNeeded: group)) }
    groupStarts.append(Int32(truncatingIfNeeded: groups.count))
    return Int32(truncatingIfNeeded: classOfPlace.count - 1)
  }
}
