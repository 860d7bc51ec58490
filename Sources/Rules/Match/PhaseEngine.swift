import Gazetteer
import Text

/// Runs the automaton of one phase over stretches of tokens; one per worker and phase.
///
/// The sentence is a lattice: its tokens, list entries and earlier annotations are edges between positions. What stands
/// at a position is read once, as a letter, when a run comes to it; the states of all rules go forward together as one
/// set, and each step from a set over a letter is found once and remembered.
struct PhaseEngine {
  let program: Program
  let phase: CompiledPhase
  let reach: PhaseReach
  let listEdges: ListEdgeMemo
  let listLengths: ListLengths
  var alphabet: PlaceAlphabet
  var sets: StateSets
  var steps = StepTable()
  /// The set that a letter starts, -1 where it is not known yet.
  private var startSets: [Int32] = []
  private var generation = 0

  // The stretch that is being read.
  private(set) var stretch = TokenRange(0, 0)
  /// By token of the document; -1 where none has been asked for since the stretch was begun.
  private var letters: [Int32] = []
  /// Where rules may begin.
  private var starts: [Int] = []
  /// Counts runs, so that what was kept of an earlier one is not taken for this one's.
  private(set) var runNumber = 0

  // Scratch of the simulation: sets that wait, by depth and offset; all empty between runs.
  var pending: [Int32] = []
  /// What ends at the start that is being followed, by ascending end.
  var hits: [Hit] = []
  var rows: [Int] = []
  /// Where a part that starts at a position may end, one bit for each offset.
  var partEnds = PlaceMemo<UInt128>(empty: 0)
  var lookMemo: LookMemo
  /// What the letters tell of looks that end before or begin at a position.
  var outlookBehind = LookOutlook()
  var outlookAhead = LookOutlook()
  /// What a set is when all is settled, by it and the outlooks around; -1 where these do not tell.
  var settled = NumberTable()
  var finder = BestPath()
  var walk = PlainPath()
  var trace = CaptureTrace()
  /// How often each rule wanted to go beyond the span cap, by its number.
  var capHits: [Int]

  /// A set in which some rule ends.
  struct Hit {
    var set: Int32
    var offset: Int
  }

  /// What may be remembered before all is forgotten and found anew, with the same answers.
  private static let maximumSize = 1 << 20
  private static let maximumSteps = 1 << 17
  private static let maximumLetters = 1 << 14

  /// The first states of the rules that are looked for, nil for all.
  private let wanted: Set<Int>?

  /// An engine for a phase. Engines share what they know of lists; `rules` are those that are looked for where not all are.
  init(
    program: Program, phase: CompiledPhase, lists: (edges: ListEdgeMemo, lengths: ListLengths),
    rules: Set<Int>? = nil
  ) {
    self.program = program
    listEdges = lists.edges
    listLengths = lists.lengths
    wanted = rules.map { Set($0.map { phase.rules[$0].start }) }
    self.phase = phase
    reach = PhaseReach(phase, in: program, starts: wanted)
    alphabet = Self.alphabet(reach, program)
    sets = StateSets(phase, reach.shapes)
    lookMemo = LookMemo(count: reach.lookCount)
    capHits = Array(repeating: 0, count: phase.rules.count)
  }

  private static func alphabet(_ reach: PhaseReach, _ program: Program) -> PlaceAlphabet {
    PlaceAlphabet(
      bits: reach.bits, beginnings: reach.beginnings, firstList: program.tests.count,
      count: program.tests.count + program.lists.count)
  }

  private mutating func forgetLettersIfMany() {
    guard alphabet.count > Self.maximumLetters else { return }
    alphabet = Self.alphabet(reach, program)
    lookMemo.removeAll()
    outlookBehind = LookOutlook()
    outlookAhead = LookOutlook()
    forgetSets()
  }

  /// Between two starts no set is held by its number.
  mutating func forgetSetsIfMany() {
    if sets.size > Self.maximumSize || steps.count + settled.count > Self.maximumSteps {
      forgetSets()
    }
  }

  private mutating func forgetSets() {
    sets = StateSets(phase, reach.shapes)
    steps.removeAll()
    settled.removeAll()
    startSets.removeAll()
  }

  // MARK: Reading

  /// Learns the classes of a classifier, which may have numbered them anew.
  mutating func learn(_ classifier: TokenClassifier) {
    forgetLettersIfMany()
    if classifier.generation != generation {
      generation = classifier.generation
      alphabet.forgetClasses()
    }
    for number in alphabet.kinds.count..<max(alphabet.kinds.count, classifier.count) {
      alphabet.addClass { classifier.bits(of: number, word: $0) }
    }
  }

  /// Prepares for a document.
  mutating func open(_ source: MatchSource) {
    let missing = source.tokens.count - letters.count
    if missing > 0 { letters += repeatElement(-1, count: missing) }
  }

  /// Begins a stretch; nothing beyond it is seen. Gives whether some rule may begin in it.
  mutating func read(_ stretch: TokenRange, _ source: MatchSource) -> Bool {
    self.stretch = stretch
    runNumber += 1
    findStarts(source)
    guard !starts.isEmpty else { return false }
    forgetLetters()
    return true
  }

  /// Begins a stretch in which a rule or part is asked for by its state.
  mutating func readAnyway(_ stretch: TokenRange, _ source: MatchSource) {
    if !read(stretch, source) { forgetLetters() }
  }

  private mutating func forgetLetters() {
    for place in stretch.indices { letters[place] = -1 }
  }

  private mutating func findStarts(_ source: MatchSource) {
    starts.removeAll(keepingCapacity: true)
    let own = PhaseMask.bit(of: phase.index)
    for place in stretch.indices
    where source.beginnings[place] & own != 0
      || source.store.typeMask(startingAt: place) & reach.beginningTypes != 0
    {
      starts.append(place)
    }
  }

  /// What stands at a position.
  mutating func letter(at place: Int, _ source: MatchSource) -> Int32 {
    let known = letters[place]
    if known >= 0 { return known }
    let kind = alphabet.kinds[Int(source.classes[place])]
    let types = source.store.typeMask(startingAt: place) & reach.visibleTypes
    let letter =
      kind.beginsList || types != 0
      ? self.letter(at: place, kind, source) : kind.plain
    letters[place] = letter
    return letter
  }

  mutating func passes(_ place: Int, _ test: Int, _ source: MatchSource) -> Bool {
    let letter = letter(at: place, source)
    return alphabet.passes(letter, test)
  }

  // MARK: Matches

  /// The matches that stand in the stretch that was read, in order of their start; appended to `matches`.
  mutating func findMatches(_ source: MatchSource, into matches: inout [Candidate]) {
    guard phase.selection == .longest else { return findAll(source, into: &matches) }
    var free = stretch.start
    for number in starts.indices where starts[number] >= free {
      follow(from: starts[number], source)
      // The first start takes its longest match, so nothing that begins inside is of interest.
      guard let last = hits.last, last.offset > 0, let rule = sets.best(of: last.set) else {
        continue
      }
      free = starts[number] + last.offset
      matches.append(Candidate(rule: rule, start: starts[number], end: free))
    }
  }

  /// With `select all` every match stands, but a block vetoes what begins inside it: of the same start what is shorter.
  private mutating func findAll(_ source: MatchSource, into matches: inout [Candidate]) {
    var blockedUntil = 0
    for number in starts.indices {
      let start = starts[number]
      follow(from: start, source)
      for hit in hits.reversed() where hit.offset > 0 {
        for rule in sets.rules(of: hit.set) {
          if phase.rules[rule].type == nil {
            blockedUntil = max(blockedUntil, start + hit.offset)
          } else if start >= blockedUntil {
            matches.append(Candidate(rule: rule, start: start, end: start + hit.offset))
          }
        }
      }
    }
  }

  /// The rules that match some stretch from `first` or later up to `end`, which is where what was read ends.
  mutating func rules(endingAt end: Int, from first: Int, _ source: MatchSource) -> [Int] {
    var result: [Int] = []
    for number in starts.indices where starts[number] >= first {
      let start = starts[number]
      follow(from: start, source)
      guard let last = hits.last, last.offset > 0, start + last.offset == end else { continue }
      for rule in sets.rules(of: last.set) where !result.contains(rule) { result.append(rule) }
    }
    return result
  }

  /// Notes in `hits` what the rules that begin at a position match.
  private mutating func follow(from start: Int, _ source: MatchSource) {
    forgetSetsIfMany()
    hits.removeAll(keepingCapacity: true)
    let set = startSet(of: letter(at: start, source))
    if set != StateSets.empty { _ = simulate(from: start, set, depth: 0, source) }
  }

  /// The states of the rules that can begin with a letter.
  private mutating func startSet(of letter: Int32) -> Int32 {
    let place = Int(letter)
    if place < startSets.count, startSets[place] >= 0 { return startSets[place] }
    var states: [Int] = []
    alphabet.forEachBit(of: letter) { states += phase.startsByBit[$0] }
    for edge in alphabet.edgeRange(of: letter) {
      let number = Int(alphabet.edge(edge).number) - program.listEdges.count
      guard number >= 0 else { continue }
      states += phase.startsByType[program.annotationEdges[number].type.rawValue]
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
