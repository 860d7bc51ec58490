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

  // By place.
  private var classOfPlace: [Int32] = []
  private var outcomeOfPlace: [Int32] = []
  private var phasesOfPlace: [UInt64] = []
  private var needsOfPlace: [UInt64] = []
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

  /// The words that the needs of a token take.
  var needWords: Int { needs.words }

  /// The row of a phase among those of a page's starts.
  func row(of phase: Int) -> Int { beginnings.row(of: phase) }

  /// The rows of a page's starts.
  var rowCount: Int { beginnings.rowCount }

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
    classOfPlace.removeAll(keepingCapacity: true)
    outcomeOfPlace.removeAll(keepingCapacity: true)
    phasesOfPlace.removeAll(keepingCapacity: true)
    needsOfPlace.removeAll(keepingCapacity: true)
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
    for token in stretch.indices {
      let number = Int(classes[token])
      let (place, node) = place(of: number, at: token, before: stretch.end, source)
      page.write(place, node, at: token, before: stretch.end)
      var phases = phasesOfPlace[Int(place)]
      while phases != 0 {
        page.addStart(row: beginnings.rowOfBit[phases.trailingZeroBitCount], at: token)
        phases &= phases - 1
      }
      for word in 0..<needs.words {
        let met = needsOfPlace[Int(place) * needs.words + word]
        page.write(met: met, word: word, at: token, of: stretch)
      }
    }
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
    var phases: UInt64 = 0
    let first = needsOfPlace.count
    needsOfPlace.append(contentsOf: repeatElement(0, count: needs.words))
    for word in 0..<testWords {
      var bits = rows[number * testWords + word]
      while bits != 0 {
        let test = word * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        phases |= beginnings.byTest[test]
        needs.addMet(byTest: test, to: &needsOfPlace, from: first)
      }
    }
    for number in finder.edgeRange(of: outcome) {
      let edge = finder.edge(number).number
      phases |= beginnings.byListEdge[edge]
      needs.addMet(byListEdge: edge, to: &needsOfPlace, from: first)
    }
    phasesOfPlace.append(phases)
    return Int32(truncatingIfNeeded: classOfPlace.count - 1)
  }
}
