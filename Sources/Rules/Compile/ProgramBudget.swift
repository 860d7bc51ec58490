/// What all patterns of a program may take together, so that many small mistakes are no large one.
struct ProgramBudget {
  /// States of all patterns at most; the packs that are shipped have a tenth of it.
  static let maximumStates = 1 << 18
  /// Patterns visited at most.
  private static let maximumCalls = 1 << 22

  private var states = 0
  private var calls = 0

  /// Whether there is some left.
  var goesOn: Bool { states <= Self.maximumStates && calls <= Self.maximumCalls }

  mutating func spend(states: Int, calls: Int) {
    self.states += states
    self.calls += calls
  }
}
