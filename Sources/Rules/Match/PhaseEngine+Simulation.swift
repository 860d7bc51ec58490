import Text

extension PhaseEngine {
  /// Where a run is.
  struct Run {
    var start: Int
    var depth: Int
    /// The furthest offset that it may reach.
    var limit: Int
    /// The furthest offset at which a set waits.
    var furthest = 0
    /// What was asked last at the offset where it is, and the outcome.
    var last: (question: Int32, outcome: UInt32)?
  }

  /// Takes a hopeful situation forward as long as steps are short, and notes in `hits` what ends without hope.
  ///
  /// Gives the sober situation and the offset from where the run is to be simulated, nil where nothing else can end:
  /// most starts come to nothing, and cost a few steps in which nothing is asked.
  mutating func runAhead(
    from start: Int, _ first: Int32, _ source: MatchSource
  ) -> (situation: Int32, offset: Int)? {
    let room = stretch.end - start
    var situation = first
    /// Where something was hoped for first.
    var hope: (situation: Int32, offset: Int)?
    for offset in 0..<min(room + 1, spanCap) {
      let column = offset < room ? letter(at: start + offset, source) + 1 : 0
      let step = step(from: situation, over: column)
      if step.isHoped, hope == nil { hope = (situation, offset) }
      guard step.next >= 0, hope == nil || step.accepted == Acceptances.none else {
        let (situation, offset) = hope ?? (situation, offset)
        return (situations.sober(situation), offset)
      }
      if step.accepted != Acceptances.none {
        hits.append(Hit(accepted: step.accepted, offset: offset))
      }
      if step.next == Situations.dead { return nil }
      situation = step.next
    }
    let last = hope ?? (situation, min(room, spanCap))
    return (situations.sober(last.situation), last.offset)
  }

  /// Takes a situation at an offset forward from a position, step by step; one bit for each offset where something ends.
  ///
  /// What ends is noted in `hits` at depth 0; parts inside rules, and parts inside parts, run at greater depths.
  mutating func simulate(
    from start: Int, _ first: Int32, _ firstOffset: Int = 0, depth: Int, _ source: MatchSource
  ) -> UInt128 {
    let room = stretch.end - start
    var run = Run(start: start, depth: depth, limit: min(room, spanCap))
    let base = depth * (spanCap + 1)
    var result: UInt128 = 0
    var situation = first
    var offset = firstOffset
    while true {
      let column = offset < room ? letter(at: start + offset, source) + 1 : 0
      var step = step(from: situation, over: column)
      run.last = nil
      if step.isQuestion { step = settle(step, offset, &run, source) }
      if step.accepted != Acceptances.none {
        result |= 1 &<< UInt128(truncatingIfNeeded: offset)
        if depth == 0 { hits.append(Hit(accepted: step.accepted, offset: offset)) }
      }
      guard offset < room else { break }
      var next = step.next
      if offset == run.limit || next < 0 {
        let isBeyond = offset == run.limit || take(step.next, offset, &run)
        if isBeyond, depth == 0 { countCaps(situation, column, run, room: run.limit - offset) }
        next = Situations.dead
      }
      offset += 1
      if offset <= run.furthest {
        let waiting = pending[base + offset]
        if waiting != StateSets.empty {
          pending[base + offset] = StateSets.empty
          let set = sets.union(situations[next].set, waiting)
          next = self.situation(of: set, at: start + offset, source)
        }
      } else if next == Situations.dead {
        break
      }
      situation = next
    }
    return result
  }

  private mutating func wait(_ set: Int32, at offset: Int, _ run: inout Run) {
    let place = run.depth * (spanCap + 1) + offset
    if pending.count <= place {
      let size = (run.depth + 1) * (spanCap + 1)
      pending += repeatElement(StateSets.empty, count: size - pending.count)
    }
    pending[place] = sets.union(pending[place], set)
    run.furthest = max(run.furthest, offset)
  }

  /// Takes a step of several lengths: all its sets wait at their offsets. Gives whether some way leads too far.
  private mutating func take(_ next: Int32, _ offset: Int, _ run: inout Run) -> Bool {
    var isBeyond = false
    for place in steps.branchRange(of: next) {
      let branch = steps.branch(place)
      if offset + branch.length <= run.limit {
        wait(branch.set, at: offset + branch.length, &run)
      } else {
        isBeyond = true
      }
    }
    return isBeyond
  }

  /// Counts, for each rule, the ways from a situation that would lead beyond the span cap.
  private mutating func countCaps(
    _ situation: Int32, _ column: Int32, _ run: Run, room: Int
  ) {
    let answers = run.last.map { questions.answers(of: $0.question, $0.outcome) } ?? 0..<0
    resolve(situation, over: column, knowing: answers)
    for place in resolution.passing.indices {
      let state = Int(resolution.passing[place])
      resolution.ways.removeAll(keepingCapacity: true)
      addWays(from: state, over: column - 1, maySkip: false)
      capHits[phase.owners[state]] += resolution.ways.count { $0.length > room }
    }
  }

  // MARK: Questions

  /// Answers what the letters beside a position leave open: looks, and `except`s, whose longer ends wait at their
  /// offsets.
  private mutating func settle(
    _ first: StepTable.Step, _ offset: Int, _ run: inout Run, _ source: MatchSource
  ) -> StepTable.Step {
    var step = first
    while step.isQuestion {
      let number = step.accepted
      let outcome = ask(number, offset, &run, source)
      run.last = (number, outcome)
      step = questions.step(of: number, outcome)
      guard !step.isKnown else { continue }
      let question = questions[number]
      let known = questions.answers(of: number, outcome)
      step = makeStep(from: question.situation, over: question.column, knowing: known)
      questions.keep(step, of: number, outcome)
    }
    return step
  }

  /// One bit for each state that a question asks of, set where the way on is free at once.
  private mutating func ask(
    _ number: Int32, _ offset: Int, _ run: inout Run, _ source: MatchSource
  ) -> UInt32 {
    let asked = questions[number].asked
    var outcome: UInt32 = 0
    for place in asked {
      let state = Int(questions.states[place])
      let isFree: Bool
      if case .except(_, _, let next) = code[state] {
        let ends = excepted(state, at: run.start + offset, depth: run.depth + 1, source)
        wait(next, ends, offset, &run)
        isFree = ends & 1 != 0
      } else {
        isFree = self.isFree(state, at: run.start + offset, depth: run.depth + 1, source)
      }
      if isFree { outcome |= 1 &<< UInt32(truncatingIfNeeded: place - asked.lowerBound) }
    }
    return outcome
  }

  /// Lets what follows an `except` wait at each offset beyond this one where it ends.
  private mutating func wait(_ next: Int, _ ends: UInt128, _ offset: Int, _ run: inout Run) {
    var rest = ends & ~1
    guard rest != 0 else { return }
    let set = sets.single(next)
    while rest != 0 {
      let end = offset + rest.trailingZeroBitCount
      rest &= rest - 1
      if end <= run.limit {
        wait(set, at: end, &run)
      } else if run.depth == 0 {
        capHits[phase.owners[next]] += 1
      }
    }
  }
}

extension PhaseEngine {
  /// Where a pattern from a state on ends when it starts at a position, one bit for each offset.
  mutating func ends(from state: Int, at start: Int, _ source: MatchSource) -> UInt128 {
    forgetSetsIfMany()
    hits.removeAll(keepingCapacity: true)
    let first = situation(
      of: sets.single(state), at: start, isFirst: !phase.skipping.isEmpty, source)
    return simulate(from: start, first, depth: 0, source)
  }
}
