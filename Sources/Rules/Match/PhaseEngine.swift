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
  let code: [Instruction]
  let reach: PhaseReach
  var alphabet: PlaceAlphabet
  var sets: StateSets
  var situations = Situations()
  var steps = StepTable()
  var plans = StepPlans()
  var acceptances: Acceptances
  var questions = OpenQuestions()
  var outlooks: Outlooks
  /// Where rules can begin, and which of them.
  private(set) var needs: PhaseNeeds
  /// How the rules begin that are tried together, see `PhaseNeeds.Variant`.
  private var beginnings: [Beginning] = []
  private var variant = 0

  // The stretch that is being read.
  private(set) var stretch = TokenRange(0, 0)
  /// By token of the document; -1 where none has been asked for since the stretch was begun.
  private var letters: [Int32] = []
  /// One bit for each token of the document: some rule may begin there.
  private var starts: [UInt64] = []
  /// Counts runs, so that what was kept of an earlier one is not taken for this one's.
  private(set) var runNumber = 0

  // Scratch of the simulation: sets that wait, by depth and offset; all empty between runs.
  var pending: [Int32] = []
  /// What ends at the start that is being followed, by ascending end.
  var hits: [Hit] = []
  /// Where a part that starts at a position may end, one bit for each offset.
  var partEnds = PlaceMemo<UInt128>(empty: 0)
  var resolution: Resolution
  var finder = BestPath()
  var walk = PlainPath()
  var trace = CaptureTrace()
  /// How often each rule wanted to go beyond the span cap, by its number.
  var capHits: [Int]

  /// How the rules of a variant begin.
  private struct Beginning {
    /// The set in which they all begin, -1 where it is not known yet.
    var set: Int32 = -1
    /// By outlook: the situation in which they begin, -1 where it is not known yet.
    var situations: [Int32] = []
  }

  /// Where some rule ends.
  struct Hit {
    /// One of `acceptances`.
    var accepted: Int32
    var offset: Int
  }

  /// What may be remembered before all is forgotten and found anew, with the same answers.
  private static let maximumSize = 1 << 21
  private static let maximumLetters = 1 << 14

  /// An engine for a phase, where the rules of `needs` are looked for.
  init(program: Program, phase: CompiledPhase, needs: PhaseNeeds) {
    self.program = program
    self.phase = phase
    self.needs = needs
    code = phase.code
    reach = PhaseReach(phase, in: program)
    alphabet = PlaceAlphabet(tests: reach.tests, listEdges: reach.listEdges, in: program)
    sets = StateSets(phase)
    acceptances = Acceptances(phase)
    outlooks = Outlooks(parts: phase.parts.count)
    resolution = Resolution(states: code.count)
    capHits = Array(repeating: 0, count: phase.rules.count)
  }

  private mutating func forgetLetters() {
    alphabet.removeAll()
    outlooks = Outlooks(parts: phase.parts.count)
    forgetSets()
  }

  /// Between two stretches no set is held by its number.
  mutating func forgetSetsIfMany() {
    let size = sets.size + situations.size + steps.size + plans.size + questions.size
    if size > Self.maximumSize {
      forgetSets()
    }
  }

  private mutating func forgetSets() {
    sets = StateSets(phase)
    situations = Situations()
    steps = StepTable()
    plans = StepPlans()
    acceptances = Acceptances(phase)
    questions = OpenQuestions()
    beginnings.removeAll()
  }

  // MARK: Reading

  /// Prepares for stretches within some tokens of a document.
  mutating func open(_ source: MatchSource, _ tokens: TokenRange) {
    if alphabet.count > Self.maximumLetters { forgetLetters() }
    alphabet.begin(source.known)
    let missing = source.tokens.count - letters.count
    if missing > 0 { letters += repeatElement(-1, count: missing) }
    needs.open(tokens, source, phase: phase.index)
    needs.writeStarts(to: &starts)
  }

  /// Begins a stretch; nothing beyond it is seen. Gives whether some rule may begin in it.
  mutating func read(_ stretch: TokenRange) -> Bool {
    self.stretch = stretch
    runNumber += 1
    guard nextStart(from: stretch.start) < stretch.end else { return false }
    forgetSetsIfMany()
    forgetLetters(of: stretch)
    return true
  }

  /// Begins a stretch in which a rule or part is asked for by its state.
  mutating func readAnyway(_ stretch: TokenRange) {
    if !read(stretch) { forgetLetters(of: stretch) }
  }

  private mutating func forgetLetters(of stretch: TokenRange) {
    for place in stretch.indices { letters[place] = -1 }
  }

  /// The next position in the stretch where some rule may begin, its end where there is none.
  private func nextStart(from place: Int) -> Int {
    guard place < stretch.end else { return stretch.end }
    var word = place >> 6
    var bits = starts[word] & (.max << UInt64(place & 63))
    while bits == 0 {
      word += 1
      guard word << 6 < stretch.end else { return stretch.end }
      bits = starts[word]
    }
    return min(word << 6 + bits.trailingZeroBitCount, stretch.end)
  }

  /// What stands at a position.
  mutating func letter(at place: Int, _ source: MatchSource) -> Int32 {
    let known = letters[place]
    if known >= 0 { return known }
    var letter = alphabet.letter(of: source.places[place], source.known)
    if source.store.typeMask(startingAt: place) & reach.visibleTypes != 0 {
      letter = self.letter(letter, withAnnotationsAt: place, source)
    }
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
    var start = nextStart(from: stretch.start)
    while start < stretch.end {
      follow(from: start, source)
      // The first start takes its longest match, so nothing that begins inside is of interest.
      if let last = hits.last, last.offset > 0 {
        let end = start + last.offset
        let rule = acceptances.best(last.accepted)
        matches.append(Candidate(rule: rule, start: start, end: end))
        start = nextStart(from: end)
      } else {
        start = nextStart(from: start + 1)
      }
    }
  }

  /// With `select all` every match stands, but a block vetoes what begins inside it: of the same start what is shorter.
  private mutating func findAll(_ source: MatchSource, into matches: inout [Candidate]) {
    var blockedUntil = 0
    var start = nextStart(from: stretch.start)
    while start < stretch.end {
      follow(from: start, source)
      for hit in hits.reversed() where hit.offset > 0 {
        for rule in acceptances.rules(hit.accepted) {
          if phase.rules[rule].type == nil {
            blockedUntil = max(blockedUntil, start + hit.offset)
          } else if start >= blockedUntil {
            matches.append(Candidate(rule: rule, start: start, end: start + hit.offset))
          }
        }
      }
      start = nextStart(from: start + 1)
    }
  }

  /// The rules that match some stretch from `first` or later up to `end`, which is where what was read ends.
  mutating func rules(endingAt end: Int, from first: Int, _ source: MatchSource) -> [Int] {
    var result: [Int] = []
    var start = nextStart(from: first)
    while start < stretch.end {
      follow(from: start, source)
      if let last = hits.last, last.offset > 0, start + last.offset == end {
        for rule in acceptances.rules(last.accepted) where !result.contains(rule) {
          result.append(rule)
        }
      }
      start = nextStart(from: start + 1)
    }
    return result
  }

  /// Notes in `hits` what the rules that begin at a position match.
  private mutating func follow(from start: Int, _ source: MatchSource) {
    hits.removeAll(keepingCapacity: true)
    variant = needs.variant(at: start)
    let situation = startSituation(at: start, source)
    guard let (stop, offset) = runAhead(from: start, situation, source) else { return }
    _ = simulate(from: start, stop, offset, depth: 0, source)
  }

  private mutating func startSituation(at place: Int, _ source: MatchSource) -> Int32 {
    let set = startSet()
    let outlook = sets.asksBehind(set) ? outlook(behind: place, source) : 0
    let number = Int(outlook)
    let count = beginnings[variant].situations.count
    if number < count, beginnings[variant].situations[number] >= 0 {
      return beginnings[variant].situations[number]
    }
    let missing = number + 1 - count
    if missing > 0 { beginnings[variant].situations += repeatElement(-1, count: missing) }
    let situation = situations.number(
      of: .init(
        set: set, outlook: outlook, isFirst: !phase.skipping.isEmpty, isHopeful: true))
    beginnings[variant].situations[number] = situation
    return situation
  }

  private mutating func startSet() -> Int32 {
    while beginnings.count <= variant { beginnings.append(Beginning()) }
    if beginnings[variant].set >= 0 { return beginnings[variant].set }
    sets.begin()
    for state in needs.variants[variant] { sets.add(state) }
    let set = sets.finish()
    beginnings[variant].set = set
    return set
  }
}
