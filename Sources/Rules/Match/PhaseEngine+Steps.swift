import Text

/// How the step from a situation over a letter is found. Columns are letters counted from 1; column 0 is the end of
/// what is read.
extension PhaseEngine {
  /// What happens in a situation over a letter; found once for all letters that answer alike what is asked.
  mutating func step(from situation: Int32, over column: Int32) -> StepTable.Step {
    let known = steps.step(situation, column)
    if known.isKnown { return known }
    let step = findStep(from: situation, over: column)
    steps.set(situation, column, step)
    return step
  }

  private mutating func findStep(from situation: Int32, over column: Int32) -> StepTable.Step {
    guard column > 0, situation != Situations.dead else {
      return makeStep(from: situation, over: column, knowing: 0..<0)
    }
    writeSignature(of: situation, over: column - 1)
    let place = steps.place(ofSignature: resolution.numbers)
    let known = steps.step(ofSignature: place)
    if known.isKnown { return known }
    let step = makeStep(from: situation, over: column, knowing: 0..<0)
    steps.keep(step, ofSignature: place)
    return step
  }

  /// Finds a step where some questions have been answered; a question where others are open.
  mutating func makeStep(
    from situation: Int32, over column: Int32, knowing answers: Range<Int>
  ) -> StepTable.Step {
    let plan = plan(of: situations[situation].set)
    resolve(situation, over: column, knowing: answers, plan)
    guard resolution.open.isEmpty else {
      return questions.ask(resolution.open, in: situation, over: column, knowing: answers)
    }
    let accepted = acceptances.number(of: resolution.ending)
    guard column > 0 else {
      return StepTable.Step(
        next: Situations.dead, accepted: accepted, isHoped: resolution.isHoped)
    }
    let situation = situations[situation]
    findWays(over: column - 1, maySkip: !situation.isFirst)
    return StepTable.Step(
      next: next(over: column, isHopeful: situation.isHopeful), accepted: accepted,
      isHoped: resolution.isHoped)
  }

  // MARK: Resolving

  /// Answers what a set asks, as far as the letters beside the position and earlier answers tell.
  mutating func resolve(
    _ situation: Int32, over column: Int32, knowing answers: Range<Int>, _ plan: Int? = nil
  ) {
    let situation = situations[situation]
    let isHopeful = situation.isHopeful
    let knowsBehind = sets.asksBehind(situation.set)
    resolution.begin()
    resolution.plan = plan
    pushStates(of: situation.set, plan)
    while let state = resolution.stack.popLast() {
      guard resolution.mark(Int(state)) else { continue }
      switch code[Int(state)] {
      case .fork(let first, let second):
        resolution.stack.append(Int32(truncatingIfNeeded: second))
        resolution.stack.append(Int32(truncatingIfNeeded: first))
      case .capture(_, _, let next): resolution.stack.append(Int32(truncatingIfNeeded: next))
      case .look(_, _, _, let next):
        let look = reach.looks[Int(state)]
        // A hopeful set may come to a question that it did not have when it was made.
        let told =
          isHopeful && !look.isAhead && !knowsBehind
          ? .open : told(ofLookIn: Int(state), behind: situation.outlook, ahead: column)
        if told != .open {
          goOn(state, (told == .yes) != look.isNegated, to: next)
        } else if isHopeful {
          resolution.isHoped = true
          goOn(state, true, to: next)
        } else {
          goOn(state, answer(state, answers), to: next)
        }
      case .except(let inner, _, let next):
        if isHopeful {
          enter(state, inner, over: column, to: next)
        } else {
          resolveExcept(state, over: column, answers, to: next)
        }
      case .accept(let rule):
        if isHopeful, rule < 0 {
          leave(in: state)
        } else {
          resolution.ending.append(rule)
        }
      case .token, .gap, .list, .annotation: resolution.passing.append(state)
      }
    }
  }

  /// Goes on behind a question, or notes that it is open.
  private mutating func goOn(_ state: Int32, _ isFree: Bool?, to next: Int) {
    guard let isFree else { return resolution.open.append(state) }
    if isFree { resolution.stack.append(Int32(truncatingIfNeeded: next)) }
  }

  /// An `except` passes over what the letter tells; what it does not tell waits where it ends, and only whether that is
  /// here at once matters. Where rules skip annotations they skip them before it too.
  private mutating func resolveExcept(
    _ state: Int32, over column: Int32, _ answers: Range<Int>, to next: Int
  ) {
    if reach.shapes.isTold[Int(state)] || !phase.skipping.isEmpty {
      resolution.passing.append(state)
    }
    guard !reach.shapes.isTold[Int(state)], case .except(let inner, _, _) = code[Int(state)],
      told(inner, ahead: column) != .no
    else { return }
    goOn(state, answer(state, answers), to: next)
  }

  /// Goes into what is excepted, as if nothing vetoed it.
  private mutating func enter(_ state: Int32, _ inner: Int, over column: Int32, to next: Int) {
    let isTold = reach.shapes.isTold[Int(state)]
    if isTold || !phase.skipping.isEmpty { resolution.passing.append(state) }
    guard !isTold, told(inner, ahead: column) != .no else { return }
    resolution.isHoped = true
    if !resolution.entered.contains(state) { resolution.entered.append(state) }
    resolution.stack.append(Int32(truncatingIfNeeded: phase.parts[inner]))
    if reach.partEnds[inner].contains(where: resolution.isMarked) {
      resolution.stack.append(Int32(truncatingIfNeeded: next))
    }
  }

  /// Goes on behind the `except`s that were entered and end in a state.
  private mutating func leave(in state: Int32) {
    for except in reach.returns[Int(state)] {
      guard let next = code[except].passedTo,
        resolution.entered.contains(Int32(truncatingIfNeeded: except))
      else { continue }
      resolution.stack.append(Int32(truncatingIfNeeded: next))
    }
  }

  private func answer(_ state: Int32, _ answers: Range<Int>) -> Bool? {
    for place in answers where questions.answers[place].state == state {
      return questions.answers[place].isFree
    }
    return nil
  }

  /// Takes up the states of a set, those that its plan has not, and what was entered before.
  private mutating func pushStates(of set: Int32, _ plan: Int? = nil) {
    let places = sets.range(of: set)
    for place in places.reversed() {
      guard let entered = sets.entered(place) else { break }
      resolution.entered.append(Int32(truncatingIfNeeded: entered))
    }
    if let plan {
      resolution.stack += plans[plan].others
      return
    }
    for place in places where sets.entered(place) == nil {
      resolution.stack.append(Int32(truncatingIfNeeded: sets.state(place)))
    }
  }

  // MARK: Ways

  /// Where the states that pass over something lead over a letter.
  mutating func findWays(over letter: Int32, maySkip: Bool) {
    for place in resolution.passing.indices {
      addWays(from: Int(resolution.passing[place]), over: letter, maySkip: maySkip)
    }
    if let plan = resolution.plan { addWays(of: plan, over: letter) }
  }

  mutating func addWays(from state: Int, over letter: Int32, maySkip: Bool) {
    switch code[state] {
    case .token(let test, let isGlued, let next):
      if alphabet.passes(letter, test) { resolution.ways.append((1, next)) }
      if isGlued { return }
    case .gap(let test, let next):
      if alphabet.passes(letter, test) { resolution.ways.append((1, next)) }
    case .list(let edge, let next): addWays(of: edge, over: letter, to: next)
    case .annotation(let edge, let next):
      addWays(of: program.listEdges.count + edge, over: letter, to: next)
    case .except(_, _, let next):
      guard reach.shapes.isTold[state] else { break }
      var ends = excepted(state, over: letter)
      while ends != 0 {
        resolution.ways.append((ends.trailingZeroBitCount, next))
        ends &= ends - 1
      }
    case .fork, .capture, .look, .accept: return
    }
    if maySkip, !phase.skipping.isEmpty {
      addWays(of: PlaceAlphabet.Edge.skipped, over: letter, to: state)
    }
  }

  private mutating func addWays(of number: Int, over letter: Int32, to next: Int) {
    for place in alphabet.edgeRange(of: letter) where alphabet.edge(place).number == number {
      resolution.ways.append((alphabet.edge(place).length, next))
    }
  }

  private mutating func next(over column: Int32, isHopeful: Bool) -> Int32 {
    if resolution.ways.isEmpty { return Situations.dead }
    if resolution.ways.allSatisfy({ $0.length == 1 }) {
      let set = set(of: 0..<resolution.ways.count)
      return situation(of: set, behind: column, isHopeful: isHopeful)
    }
    resolution.ways.sort { ($0.length, $0.state) < ($1.length, $1.state) }
    var branches: [StepTable.Branch] = []
    var first = 0
    while first < resolution.ways.count {
      let length = resolution.ways[first].length
      let end =
        resolution.ways[first...].firstIndex { $0.length != length } ?? resolution.ways.count
      branches.append(StepTable.Branch(length: length, set: set(of: first..<end)))
      first = end
    }
    return steps.next(of: branches)
  }

  private mutating func set(of ways: Range<Int>) -> Int32 {
    sets.begin()
    for place in ways { sets.add(resolution.ways[place].state) }
    for entered in resolution.entered {
      guard case .except(let inner, _, _) = code[Int(entered)] else { continue }
      // Kept as long as the way may still be inside.
      if ways.contains(where: { reach.partStates[inner][resolution.ways[$0].state] }) {
        sets.add(entered: Int(entered))
      }
    }
    return sets.finish()
  }

  /// A set as it stands behind a letter.
  private mutating func situation(
    of set: Int32, behind column: Int32, isHopeful: Bool
  ) -> Int32 {
    if set == StateSets.empty { return Situations.dead }
    let outlook = sets.asksBehind(set) ? outlook(behind: column) : 0
    return situations.number(
      of: .init(set: set, outlook: outlook, isFirst: false, isHopeful: isHopeful))
  }

  /// A set as it stands at a position of what is read.
  mutating func situation(
    of set: Int32, at place: Int, isFirst: Bool = false, _ source: MatchSource
  ) -> Int32 {
    if set == StateSets.empty { return Situations.dead }
    let outlook = sets.asksBehind(set) ? outlook(behind: place, source) : 0
    return situations.number(of: .init(set: set, outlook: outlook, isFirst: isFirst))
  }

  // MARK: Signatures

  /// Writes what a situation asks of a letter, and the answers, into `resolution.numbers`.
  private mutating func writeSignature(of situation: Int32, over letter: Int32) {
    let mask = situations.mask(of: situation) ?? makeMask(of: situation)
    let halves = alphabet.words * 2
    // What follows may ask what stands behind it then: this letter.
    let isAsked = situations.maskWord(mask + halves + edgeWords) != 0
    let behind = isAsked ? outlook(behind: letter + 1) : 0
    resolution.numbers.removeAll(keepingCapacity: true)
    resolution.numbers.append(UInt32(bitPattern: situation))
    resolution.numbers.append(UInt32(bitPattern: behind))
    for number in 0..<halves {
      resolution.numbers.append(
        alphabet.half(number, of: letter) & situations.maskWord(mask + number))
    }
    for place in alphabet.edgeRange(of: letter) {
      let edge = alphabet.edge(place)
      let bit = edge.number + 1
      if situations.maskWord(mask + halves + bit >> 5) >> UInt32(bit & 31) & 1 != 0 {
        resolution.numbers.append(edge.packed)
      }
    }
  }

  /// Words of 32 bits for all edges.
  private var edgeWords: Int {
    (program.listEdges.count + program.annotationEdges.count + 1 + 31) / 32
  }

  /// Finds the tests and edges that decide what a situation comes to: those of the states that can be reached in it, and
  /// of the first states of the parts that they ask for. A last word says whether what follows asks what stands behind.
  private mutating func makeMask(of situation: Int32) -> Int {
    let halves = alphabet.words * 2
    var mask = [UInt32](repeating: 0, count: halves + edgeWords + 1)
    func set(_ bit: Int) { mask[bit >> 5] |= 1 << UInt32(bit & 31) }
    if !phase.skipping.isEmpty { set(halves * 32) }
    let isHopeful = situations[situation].isHopeful
    resolution.begin()
    pushStates(of: situations[situation].set)
    while let state = resolution.stack.popLast() {
      guard resolution.mark(Int(state)) else { continue }
      func add(_ next: Int) { resolution.stack.append(Int32(truncatingIfNeeded: next)) }
      if let next = code[Int(state)].passedTo, sets.asksBehind(state: next) {
        mask[halves + edgeWords] = 1
      }
      switch code[Int(state)] {
      case .fork(let first, let second):
        add(first)
        add(second)
      case .capture(_, _, let next): add(next)
      case .look(let part, let isAhead, _, let next):
        add(next)
        if isAhead { add(phase.parts[part]) }
      case .except(let inner, let veto, let next):
        add(next)
        add(phase.parts[inner])
        add(phase.parts[veto])
      case .token(let test, _, _), .gap(let test, _): set(alphabet.bit(of: test))
      case .list(let edge, _): set(halves * 32 + edge + 1)
      case .annotation(let edge, _): set(halves * 32 + program.listEdges.count + edge + 1)
      case .accept:
        guard isHopeful else { break }
        for except in reach.returns[Int(state)] { code[except].nextStates.forEach(add) }
      }
    }
    situations.keep(mask: mask, of: situation)
    return situations.mask(of: situation) ?? 0
  }
}
