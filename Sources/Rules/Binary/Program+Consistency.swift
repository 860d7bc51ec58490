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
    let states = phase.code.indices
    guard phase.rules.indices.contains(phase.owners[state]) else { return false }
    switch instruction {
    case .token(let test, _, let next), .gap(let test, let next):
      return (0..<tests.count).contains(test) && states.contains(next)
    case .list(let edge, let next): return listEdges.indices.contains(edge) && states.contains(next)
    case .annotation(let edge, let next):
      return annotationEdges.indices.contains(edge) && states.contains(next)
    case .fork(let first, let second): return states.contains(first) && states.contains(second)
    case .capture(let name, _, let next):
      return phase.rules[phase.owners[state]].captures.indices.contains(name)
        && states.contains(next)
    case .look(let part, _, _, let next):
      return phase.parts.indices.contains(part) && states.contains(next)
    case .except(let inner, let veto, let next):
      return phase.parts.indices.contains(inner) && phase.parts.indices.contains(veto)
        && states.contains(next)
    case .accept(let rule): return rule == -1 || phase.rules.indices.contains(rule)
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
