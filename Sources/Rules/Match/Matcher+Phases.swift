extension Matcher {
  /// The phases that make annotations of the given types alone, and whose results are the same when they run behind all
  /// others: nothing that they see is made behind them, and nobody else sees what they make. By their places, in order.
  package func separablePhases(making types: Set<TypeID>) -> [Int] {
    func made(_ phase: Int) -> Set<TypeID> {
      Set(program.phases[phase].rules.compactMap(\.type))
    }
    func sees(_ phase: Int, _ types: Set<TypeID>) -> Bool {
      types.contains { engines[phase].reach.visibleTypes & TypeMask.bit(of: $0) != 0 }
    }
    var result = program.phases.indices.filter { made($0).isSubset(of: types) }
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
}
