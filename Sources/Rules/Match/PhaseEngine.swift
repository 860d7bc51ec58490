import Gazetteer
import Text

/// Runs the automaton of one phase over stretches of tokens; one per worker and phase.
///
/// The sentence is a lattice: its tokens, list entries and earlier annotations are edges between positions. What stands
/// at each position is read once, as a letter; the states of all rules go forward together as one set, and each step
/// from a set over a letter is found once and remembered.
struct PhaseEngine {
  let program: Program
  let phase: CompiledPhase
  let reach: PhaseReach
  private let listEdges: ListEdgeMemo
  var alphabet: PlaceAlphabet
  var sets: StateSets
  /// Steps by set, letter and whether it is the first: the set one token on, or -1 minus a place in `branches`.
  var steps = NumberTable()
  var branches: [[Branch]] = []
  /// The set that a letter starts, -1 where it is not known yet.
  private var startSets: [Int32] = []
  private var generation = 0

  /// What several edges of one step lead to, by their length.
  struct Branch {
    var length: Int
    var set: Int32
  }

  // The stretch that is being read.
  private(set) var stretch = TokenRange(0, 0)
  private var letters: [Int32] = []
  private var edges: [PlaceAlphabet.Edge] = []
  private var rows: [Int] = []
  /// Counts runs, so that what was kept of an earlier one is not taken for this one's.
  private(set) var runNumber = 0

  // Scratch of the simulation: sets that wait, by depth and offset; all empty between runs.
  var pending: [Int32] = []
  var hits: [Hit] = []
  /// Where a part that starts at a position may end, one bit for each offset.
  var partEnds = PlaceMemo<UInt128>(empty: 0)
  var lookMemo: LookMemo
  var finder = BestPath()
  /// How often each rule wanted to go beyond the span cap, by its number.
  var capHits: [Int]

  /// The end of a rule.
  struct Hit {
    var rule: Int
    var offset: Int
  }

  /// What may be remembered before all is forgotten and found anew, with the same answers.
  private static let maximumSize = 1 << 20
  private static let maximumSteps = 1 << 17
  private static let maximumLetters = 1 << 14

  /// The first states of the rules that are looked for, nil for all.
  private let wanted: Set<Int>?

  /// An engine for a phase; `rules` are those that are looked for where not all are.
  init(
    program: Program, phase: CompiledPhase, listEdges: ListEdgeMemo, rules: Set<Int>? = nil
  ) {
    self.program = program
    self.listEdges = listEdges
    wanted = rules.map { Set($0.map { phase.rules[$0].start }) }
    self.phase = phase
    reach = PhaseReach(phase, in: program)
    alphabet = PlaceAlphabet(
      bits: reach.bits, count: program.tests.count + program.lists.count)
    sets = StateSets(phase)
    lookMemo = LookMemo(count: reach.lookCount)
    capHits = Array(repeating: 0, count: phase.rules.count)
  }

  private mutating func forgetLettersIfMany() {
    guard alphabet.count > Self.maximumLetters else { return }
    alphabet = PlaceAlphabet(
      bits: reach.bits, count: program.tests.count + program.lists.count)
    lookMemo.removeAll()
    forgetSets()
  }

  /// Between two starts no set is held by its number.
  mutating func forgetSetsIfMany() {
    if sets.size > Self.maximumSize || steps.count > Self.maximumSteps { forgetSets() }
  }

  private mutating func forgetSets() {
    sets = StateSets(phase)
    steps.removeAll()
    branches.removeAll()
    startSets.removeAll()
  }

  // MARK: Reading

  /// Reads what stands at each position of a stretch; nothing beyond it is seen.
  ///
  /// `classes` are those that the classifier gave to the document's tokens.
  mutating func read(
    _ stretch: TokenRange, of document: MatchDocument, _ store: AnnotationStore,
    _ classifier: TokenClassifier, _ classes: [UInt32]
  ) {
    forgetLettersIfMany()
    if classifier.generation != generation {
      generation = classifier.generation
      alphabet.forgetClasses()
    }
    self.stretch = stretch
    runNumber += 1
    letters.removeAll(keepingCapacity: true)
    for place in stretch.indices {
      let number = Int(classes[place])
      if !store.hasAnnotation(startingAt: place), let letter = alphabet.plainLetter(number) {
        letters.append(letter)
      } else {
        letters.append(letter(at: place, number, document, store, classifier))
      }
    }
  }

  private mutating func letter(
    at place: Int, _ number: Int, _ document: MatchDocument, _ store: AnnotationStore,
    _ classifier: TokenClassifier
  ) -> Int32 {
    let row = alphabet.row(of: number) { classifier.bits(of: number, word: $0) }
    edges.removeAll(keepingCapacity: true)
    var beginsList = false
    for list in reach.lists.indices {
      let bit = program.tests.count + reach.lists[list].number
      guard alphabet.passes(row: row, bit) else { continue }
      beginsList = true
      addEdges(of: reach.lists[list], at: place, document)
    }
    if !beginsList { alphabet.keepPlain(number, row: row) }
    var annotation = store.first(startingAt: place)
    while let id = annotation {
      addEdges(of: id, in: store)
      annotation = store.next(after: id)
    }
    return edges.isEmpty ? alphabet.letter(row: row) : alphabet.letter(row: row, edges)
  }

  private mutating func addEdges(
    of list: PhaseReach.ListEdges, at place: Int, _ document: MatchDocument
  ) {
    var length = 0
    rows.removeAll(keepingCapacity: true)
    let gazetteer = program.lists[list.number]
    gazetteer.forEachLongest(
      at: place, before: stretch.end, in: document.text.tokens, vocabulary: document.vocabulary
    ) { match in
      length = match.length
      rows.append(match.row)
      return true
    }
    guard length > 0 else { return }
    for edge in list.edges where rows.contains(where: { listEdges.holds(edge, $0) }) {
      edges.append(
        .init(
          number: Int32(truncatingIfNeeded: edge), length: Int32(truncatingIfNeeded: length)))
    }
  }

  private mutating func addEdges(of id: AnnotationID, in store: AnnotationStore) {
    let (type, tokens) = store.span(of: id)
    let isSkipped = phase.skipping.contains(type)
    // An annotation of no tokens would be an edge to where it starts.
    guard isSkipped || !reach.annotationEdges[type.rawValue].isEmpty,
      tokens.end <= stretch.end, !tokens.isEmpty
    else { return }
    let length = Int32(truncatingIfNeeded: tokens.count)
    for place in reach.annotationEdges[type.rawValue].indices {
      let edge = reach.annotationEdges[type.rawValue][place]
      guard !edge.isConditional || holds(program.annotationEdges[edge.number], store[id]) else {
        continue
      }
      let number = program.listEdges.count + edge.number
      add(.init(number: Int32(truncatingIfNeeded: number), length: length))
    }
    if isSkipped { add(.init(number: -1, length: length)) }
  }

  private mutating func add(_ edge: PlaceAlphabet.Edge) {
    if !edges.contains(edge) { edges.append(edge) }
  }

  func holds(_ edge: AnnotationEdge, _ annotation: Annotation) -> Bool {
    edge.type == annotation.type
      && edge.conditions.allSatisfy { $0.test.holds(annotation.fields[$0.field]) }
  }

  /// The first longest entry at a position whose row satisfies an edge's conditions; nil where none does.
  func entry(_ number: Int, at place: Int, _ document: MatchDocument) -> Gazetteer.Match? {
    let list = program.lists[program.listEdges[number].list]
    var result: Gazetteer.Match?
    list.forEachLongest(
      at: place, before: stretch.end, in: document.text.tokens, vocabulary: document.vocabulary
    ) { match in
      let holds = listEdges.holds(number, match.row)
      if holds { result = match }
      return !holds
    }
    return result
  }

  func letter(at place: Int) -> Int32 { letters[place - stretch.start] }

  func passes(_ place: Int, _ test: Int) -> Bool { alphabet.passes(letter(at: place), test) }

  // MARK: Candidates

  /// The possible matches of all rules in the stretch that was read.
  mutating func candidates() -> [Candidate] {
    var candidates: [Candidate] = []
    for start in stretch.indices {
      forgetSetsIfMany()
      let set = startSet(of: letter(at: start))
      guard set != StateSets.empty else { continue }
      hits.removeAll(keepingCapacity: true)
      _ = simulate(from: start, set, depth: 0)
      if !hits.isEmpty { append(from: start, to: &candidates) }
    }
    return candidates
  }

  /// The rules that match some stretch from `first` or later up to `end`, which is where what was read ends.
  mutating func rules(endingAt end: Int, from first: Int) -> [Int] {
    var result: [Int] = []
    for start in first..<max(first, end) {
      forgetSetsIfMany()
      let set = startSet(of: letter(at: start))
      guard set != StateSets.empty else { continue }
      hits.removeAll(keepingCapacity: true)
      _ = simulate(from: start, set, depth: 0)
      for hit in hits where start + hit.offset == end && !result.contains(hit.rule) {
        result.append(hit.rule)
      }
    }
    return result
  }

  /// Adds the matches of one start; with `select longest` each rule's longest only. Hits come by ascending end.
  private func append(from start: Int, to candidates: inout [Candidate]) {
    let first = candidates.count
    for hit in hits.reversed() where hit.offset > 0 {
      let isKept =
        phase.selection == .all || !candidates[first...].contains { $0.rule == hit.rule }
      guard isKept else { continue }
      candidates.append(
        Candidate(
          rule: hit.rule, start: start, end: start + hit.offset,
          priority: phase.rules[hit.rule].priority))
    }
  }

  /// The states of the rules that can begin with a letter.
  private mutating func startSet(of letter: Int32) -> Int32 {
    let place = Int(letter)
    if place < startSets.count, startSets[place] >= 0 { return startSets[place] }
    var states: [Int] = []
    alphabet.forEachBit(of: letter) { states += phase.startsByBit[$0] }
    for edge in alphabet.edges(of: letter) where Int(edge.number) >= program.listEdges.count {
      let type = program.annotationEdges[Int(edge.number) - program.listEdges.count].type
      states += phase.startsByType[type.rawValue]
    }
    if let wanted { states.removeAll { !wanted.contains($0) } }
    sets.begin()
    for state in states { sets.add(state) }
    let set = sets.finish()
    if startSets.count <= place {
      startSets += repeatElement(-1, count: place + 1 - startSets.count)
    }
    startSets[place] = set
    return set
  }
}
