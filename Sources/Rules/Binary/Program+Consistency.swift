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
  }

  private func has(_ type: TypeID) -> Bool { types.indices.contains(type.rawValue) }

  private func fields(of type: TypeID) -> Range<Int> { types[type.rawValue].fields.indices }

  private func isConsistent(_ phase: CompiledPhase) -> Bool {
    let states = phase.code.indices
    return phase.skipping.allSatisfy(has) && phase.owners.count == states.count
      && zip(phase.owners, phase.owners.dropFirst()).allSatisfy(<=)
      && phase.parts.allSatisfy(states.contains)
      && phase.rules.allSatisfy { isConsistent($0, states) }
      && phase.startsByBit.count == tests.count + lists.count
      && phase.startsByType.count == types.count
      && (phase.startsByBit + phase.startsByType).allSatisfy { $0.allSatisfy(states.contains) }
      && phase.code.indices.allSatisfy { isConsistent(phase.code[$0], of: phase, at: $0) }
  }

  private func isConsistent(_ rule: CompiledRule, _ states: Range<Int>) -> Bool {
    guard states.contains(rule.start), rule.type.map(has) ?? true else { return false }
    return rule.fields.allSatisfy { field in
      rule.type.map { fields(of: $0).contains(field.field) } ?? false
    }
  }

  private func isConsistent(
    _ instruction: Instruction, of phase: CompiledPhase, at state: Int
  ) -> Bool {
    let owner = phase.owners[state]
    guard phase.rules.indices.contains(owner) else { return false }
    // Code is written back to front: what follows a state stands before it and is of the same rule, so that every
    // way through it ends.
    func follows(_ next: Int) -> Bool { next >= 0 && next < state && phase.owners[next] == owner }
    func precedes(_ part: Int) -> Bool {
      phase.parts.indices.contains(part) && phase.parts[part] < state
    }
    switch instruction {
    case .token(let test, _, let next), .gap(let test, let next):
      return (0..<tests.count).contains(test) && follows(next)
    case .list(let edge, let next): return listEdges.indices.contains(edge) && follows(next)
    case .annotation(let edge, let next):
      return annotationEdges.indices.contains(edge) && follows(next)
    case .fork(let first, let second): return follows(first) && follows(second)
    case .capture(let name, _, let next):
      return phase.rules[owner].captures.indices.contains(name) && follows(next)
    case .look(let part, _, _, let next): return precedes(part) && follows(next)
    case .except(let inner, let veto, let next):
      return precedes(inner) && precedes(veto) && follows(next)
    case .accept(let rule): return rule == -1 || rule == owner
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
