/// How the program ends.
enum ExitStatus: Int32 {
  case done = 0
  /// Failed tests, differences.
  case findings = 1
  /// A wrong call, or mistakes in rules.
  case wrongCall = 2
  /// Nothing usable, or too many rejects.
  case unusable = 3
  /// Input or output failed.
  case failure = 5

  /// The worse of two.
  static func worse(_ a: ExitStatus, _ b: ExitStatus) -> ExitStatus {
    a.rawValue >= b.rawValue ? a : b
  }
}
