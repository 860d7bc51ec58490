/// What reads input that somebody else wrote. `.ci/fuzz` runs each target under libFuzzer; what it found is kept under
/// `Cases` and runs with the tests.
enum FuzzTarget: String, CaseIterable {
  case documents, matcher, packs, rules, segmenter, tables

  /// Reads an input as the program would and holds what comes out against what must be true of it.
  ///
  /// Throws a `Finding` where it is not.
  func run(_ bytes: [UInt8]) throws {
    switch self {
    case .documents: try DocumentsTarget.run(bytes)
    case .matcher: try MatcherTarget.run(bytes)
    case .packs: try PacksTarget.run(bytes)
    case .rules: try RulesTarget.run(bytes)
    case .segmenter: try SegmenterTarget.run(bytes)
    case .tables: try TablesTarget.run(bytes)
    }
  }
}
