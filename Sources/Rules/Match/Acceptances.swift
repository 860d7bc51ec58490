/// Which rules (-1: parts) end together, as numbers.
struct Acceptances {
  /// Nothing ends.
  static let none: Int32 = 0

  private let priorities: [Int]
  private var index = SequenceTable()

  init(_ phase: CompiledPhase) {
    priorities = phase.rules.map(\.priority)
    _ = index.place(of: [])
  }

  /// The number of some rules.
  mutating func number(of rules: [Int]) -> Int32 {
    guard !rules.isEmpty else { return Self.none }
    let sorted = rules.sorted { (-priority(of: $0), $0) < (-priority(of: $1), $1) }
    return Int32(truncatingIfNeeded: index.place(of: sorted.map { UInt32($0 + 1) }))
  }

  private func priority(of rule: Int) -> Int { rule < 0 ? 0 : priorities[rule] }

  /// The rules of a number, by priority and then in the order of the file.
  func rules(_ number: Int32) -> some Sequence<Int> {
    index.numbers[index.range(of: Int(number))].lazy.map { Int($0) - 1 }
  }

  /// The first of `rules`.
  func best(_ number: Int32) -> Int {
    Int(index.numbers[index.range(of: Int(number)).lowerBound]) - 1
  }
}
