extension Matcher {
  /// The phases that make annotations of the given types, or of types that serve such phases alone, and whose results are
  /// the same when they run behind all others: nothing that they see is made behind them, and nobody else sees what they
  /// make. By their places, in order.
  ///
  /// - Parameter read: the types that are read outside the phases.
  package func separablePhases(making types: Set<TypeID>, besides read: Set<TypeID>) -> [Int] {
    let patterns = triggers.reduce(into: 0 as UInt64) { $0 |= typesSeen(by: $1) }
    func isFree(_ type: TypeID) -> Bool {
      types.contains(type) || !read.contains(type) && patterns & TypeMask.bit(of: type) == 0
    }
    func made(_ phase: Int) -> Set<TypeID> {
      Set(program.phases[phase].rules.compactMap(\.type))
    }
    func sees(_ phase: Int, _ types: Set<TypeID>) -> Bool {
      types.contains { engines[phase].reach.visibleTypes & TypeMask.bit(of: $0) != 0 }
    }
    var result = program.phases.indices.filter { made($0).allSatisfy(isFree) }
    var count = -1
    while count != result.count {
      count = result.count
      let others = program.phases.indices.filter { !result.contains($0) }
      result.removeAll { phase in
        others.contains { sees($0, made(phase)) || $0 > phase && sees(phase, made($0)) }
      }
    }
    return result
  }

  /// The types of which a pattern outside the phases can see an annotation, see `TypeMask`.
  private func typesSeen(by pattern: Int) -> UInt64 {
    let patterns = program.patterns
    var types: UInt64 = 0
    var seen: Set<Int> = [patterns.rules[pattern].start]
    var stack = Array(seen)
    while let state = stack.popLast() {
      var next = patterns.code[state].nextStates
      switch patterns.code[state] {
      case .annotation(let edge, _):
        types |= TypeMask.bit(of: program.annotationEdges[edge].type)
      case .look(let part, _, _, _): next.append(patterns.parts[part])
      case .except(let inner, let veto, _):
        next += [patterns.parts[inner], patterns.parts[veto]]
      case .token, .gap, .list, .fork, .capture, .accept: break
      }
      stack += next.filter { seen.insert($0).inserted }
    }
    return types
  }
}
