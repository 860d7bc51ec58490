import Text

/// Whether what was read of a built pack fits together, so that running it stays inside its tables.
extension Program {
  /// Whether each number names something that is there; `tokens` is how many spellings the vocabulary has.
  package func isConsistent(tokens: Int) -> Bool {
    lists.allSatisfy { $0.isWithin(tokens: tokens) }
      && listEdges.allSatisfy { lists.indices.contains($0.list) }
      && annotationEdges.allSatisfy { edge in
        has(edge.type)
          && edge.conditions.allSatisfy { fields(of: edge.type).contains($0.field) }
      }
      && phases.enumerated().allSatisfy { $0 == $1.index && isConsistent($1) }
      && patterns.index == phases.count && isConsistent(patterns)
      && events.allSatisfy(isConsistent)
      && tests.tests.compactMap(\.token).allSatisfy { $0.rawValue < tokens }
      && events.flatMap(\.frames).allSatisfy { frame in
        frame.tokens.allSatisfy { $0.rawValue < tokens }
      }
  }

  private func has(_ type: TypeID) -> Bool { types.indices.contains(type.rawValue) }

  private func fields(of type: TypeID) -> Range<Int> { types[type.rawValue].fields.indices }

  private func isConsistent(_ phase: CompiledPhase) -> Bool {
    let states = phase.code.indices
    guard phase.skipping.allSatisfy(has), phase.owners.count == states.count,
      phase.owners.allSatisfy(phase.rules.indices.contains),
      zip(phase.owners, phase.owners.dropFirst()).allSatisfy(<=), let ends = phase.ends
    else { return false }
    let starts = Set(phase.rules.map(\.start))
    return phase.parts.allSatisfy { states.contains($0) && ends[$0] == -1 }
      && phase.rules.indices.allSatisfy { isConsistent(phase.rules[$0], number: $0, ends) }
      && phase.startsByBit.count == tests.count + lists.count
      && phase.startsByType.count == types.count
      && (phase.startsByBit + phase.startsByType).allSatisfy { $0.allSatisfy(starts.contains) }
      && states.allSatisfy { isConsistent(phase.code[$0], of: phase, at: $0) }
  }

  private func isConsistent(_ rule: CompiledRule, number: Int, _ ends: [Int]) -> Bool {
    guard ends.indices.contains(rule.start), ends[rule.start] == number,
      rule.type.map(has) ?? true
    else { return false }
    return rule.fields.allSatisfy { field in
      rule.type.map { fields(of: $0).contains(field.field) } ?? false
    }
  }

  /// Whether what an instruction names is there; a part stands before the states that ask for it, so that none asks
  /// for itself.
  private func isConsistent(
    _ instruction: Instruction, of phase: CompiledPhase, at state: Int
  ) -> Bool {
    func precedes(_ part: Int) -> Bool {
      phase.parts.indices.contains(part) && phase.parts[part] < state
    }
    switch instruction {
    case .token(let test, _, _), .gap(let test, _): return (0..<tests.count).contains(test)
    case .list(let edge, _): return listEdges.indices.contains(edge)
    case .annotation(let edge, _): return annotationEdges.indices.contains(edge)
    case .capture(let name, _, _):
      return phase.rules[phase.owners[state]].captures.indices.contains(name)
    case .look(let part, _, _, _): return precedes(part)
    case .except(let inner, let veto, _): return precedes(inner) && precedes(veto)
    case .fork, .accept: return true
    }
  }

  private func isConsistent(_ events: CompiledEvents) -> Bool {
    events.skipping.allSatisfy(has)
      && events.frames.allSatisfy { frame in
        has(frame.type) && frame.slots.allSatisfy { $0.fillers.allSatisfy(has) }
          && frame.triggers.compactMap(\.pattern)
            .allSatisfy { patterns.rules.indices.contains($0.rawValue) }
      }
  }
}

extension TokenTest {
  /// The spelling that the test names, nil where it names none.
  fileprivate var token: TokenID? {
    switch self {
    case .exactly(let id), .folded(let id), .word(_, let id): id
    case .lemma, .properties: nil
    }
  }
}

extension CompiledFrame {
  /// The spellings that its triggers and slots name.
  fileprivate var tokens: [TokenID] {
    let triggers = triggers.flatMap { trigger -> [TokenID] in
      guard case .verb(let lemmas, let preposition, _) = trigger else { return [] }
      return Array(lemmas) + (preposition.map { [$0] } ?? [])
    }
    let sources = slots.flatMap(\.sources).flatMap { source -> [TokenID] in
      if case .preposition(let words) = source { words } else { [] }
    }
    return triggers + sources
  }
}
