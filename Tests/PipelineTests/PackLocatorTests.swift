import Diagnostics
import Testing

@testable import Pipeline

@Suite struct PackLocatorTests {
  /// A home with the packs `alpha` (the default) and `beta`.
  private static func home() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("alpha\n", to: "Pipelines/default")
    try folder.write("", to: "Pipelines/alpha/main.rules")
    try folder.write("", to: "Pipelines/beta/main.rules")
    try folder.write("# a list", to: "Gazetteers/area/list.tsv")
    return folder
  }

  private static func locator(
    environment: String? = nil, directory: String = "/", executable: String? = nil
  ) -> PackLocator {
    PackLocator(environmentHome: environment, workingDirectory: directory, executable: executable)
  }

  @Test func environmentComesBeforeTheWorkingDirectory() throws {
    let (a, b) = (try Self.home(), try Self.home())
    let location = try Self.locator(environment: a.path, directory: b.path).locate(nil)
    #expect(location.name == "alpha")
    #expect(location.files.home == a.path)
    #expect(try Self.locator(directory: b.path).locate("beta").files.home == b.path)
  }

  @Test func findsTheHomeAboveTheExecutable() throws {
    let home = try Self.home()
    let locator = Self.locator(executable: "\(home.path)/.build/debug/rapporteur")
    let found = try locator.locate(nil).files.home
    #expect(try PackFiles(home: found).defaultPack() == "alpha")
  }

  @Test func packOfAHomeIsReadWithThatHome() throws {
    let (a, b) = (try Self.home(), try Self.home())
    let location = try Self.locator(environment: a.path).locate("\(b.path)/Pipelines/beta/")
    #expect(location.name == "beta")
    #expect(location.files.location(of: "Gazetteers/x.tsv").hasPrefix(b.path))
  }

  @Test func packElsewhereIsReadWithTheHomeThatIsFound() throws {
    let (home, other) = (try Self.home(), try TemporaryFolder())
    try other.write("// rules of gamma", to: "gamma/main.rules")
    let location = try Self.locator(environment: home.path).locate("\(other.path)/gamma")
    #expect(location.name == "gamma")
    let rules = try location.files.bytes("Pipelines/gamma/main.rules")
    #expect(String(decoding: rules, as: UTF8.self) == "// rules of gamma")
    #expect(try location.files.bytes("Gazetteers/area/list.tsv").count == 8)
  }

  @Test func mistakesAreNamed() throws {
    let home = try Self.home()
    let locator = Self.locator(environment: home.path)
    func diagnostic(_ pack: String, _ locator: PackLocator) -> Diagnostic? {
      #expect(throws: DiagnosticList.self) { try locator.locate(pack) }?.diagnostics.first
    }
    #expect(diagnostic("bta", locator)?.help == "did you mean `beta`?")
    #expect(diagnostic("/no/where", locator)?.id == "unknown-pack")
    #expect(diagnostic("\(home.path)/Pipelines/default", locator)?.id == "pack-unknown-file")
    #expect(diagnostic("beta", Self.locator(environment: "/no/where"))?.id == "no-home")
    #expect(diagnostic("beta", Self.locator(executable: "/no/where/x"))?.id == "no-home")
  }

  @Test func digestChangesWithAFileAndItsName() throws {
    let home = try Self.home()
    let files = PackFiles(home: home.path)
    let folders = ["Pipelines/alpha", "Pipelines/english", "Gazetteers"]
    let before = files.digests(of: folders)
    #expect(before.map(\.folder) == ["Pipelines/alpha", "Gazetteers"])
    #expect(before.allSatisfy { $0.hexadecimal.count == 64 })
    try home.write("hidden", to: "Gazetteers/.swp")
    #expect(files.digests(of: folders) == before)
    try home.write("# a list", to: "Gazetteers/area/second.tsv")
    let after = files.digests(of: folders)
    #expect(after[0] == before[0])
    #expect(after[1] != before[1])
  }
}
