import FoundationEssentials
import Testing

@testable import Pipeline

/// What the fuzzers found once, and small inputs of every kind: a file of `Cases/TARGET` is one input.
@Suite struct FuzzCaseTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().path() + "Cases"

  private static let cases: [(target: FuzzTarget, name: String)] = FuzzTarget.allCases.flatMap {
    target in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "\(folder)/\(target.rawValue)")
    return (names ?? []).sorted().map { (target, $0) }
  }

  @Test func everyTargetHasCases() {
    #expect(Set(Self.cases.map(\.target)) == Set(FuzzTarget.allCases))
  }

  @Test(arguments: cases.indices) func holds(_ index: Int) throws {
    let (target, name) = Self.cases[index]
    let path = "\(Self.folder)/\(target.rawValue)/\(name)"
    let bytes = try Data(contentsOf: URL(filePath: path))
    do {
      try target.run([UInt8](bytes))
    } catch let finding as Finding {
      Issue.record("\(path): \(finding)")
    }
  }

  /// The pack that packs are made of by cutting and altering, itself.
  @Test func theSamplePackRuns() throws {
    try FuzzTarget.packs.run(PacksTarget.sample.bytes)
    try FuzzTarget.packs.run(PacksTarget.sample.compiled)
    _ = try Pack.compiled(PacksTarget.sample.compiled)
  }
}
