/// One thing that is measured: a subcommand.
protocol Benchmark: SendableMetatype {
  static var name: String { get }
  /// The operands as a usage line shows them.
  static var operands: String { get }
  /// What it measures and against which limits.
  static var help: String { get }

  /// Measures and prints; false where a figure is beyond its limit.
  ///
  /// Throws `WrongCall` where the operands are none of its own.
  static func run(_ operands: [String]) async throws -> Bool
}

/// Operands that a benchmark cannot use.
struct WrongCall: Error {
  let message: String
}
