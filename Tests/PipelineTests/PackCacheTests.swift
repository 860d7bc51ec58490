import FoundationEssentials
import Testing

@testable import Pipeline

@Suite struct PackCacheTests {
  private let home: SmallHome
  private let cache: TemporaryFolder

  init() throws {
    home = try SmallHome()
    cache = try TemporaryFolder()
  }

  private func load(stamp: String = "1") throws -> [UInt8] {
    try SmallHome.record(
      PackCache(folder: cache.path + "/rapporteur", stamp: stamp).load(home.location))
  }

  private func copies() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache.path + "/rapporteur")
  }

  private func onlyCopy() throws -> String {
    try #require(try copies().count == 1)
    return "rapporteur/" + (try copies()[0])
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: "\(cache.path)/\(name)"))
  }

  @Test func copyIsMadeOnceAndGivesTheSame() throws {
    let source = try SmallHome.record(Pack.load(SmallHome.pack, from: home.files))
    #expect(try load() == source)
    let name = try onlyCopy()
    let first = try bytes(name)
    #expect(try load() == source)
    #expect(try bytes(name) == first)
    #expect(try copies().count == 1)
  }

  @Test func copyIsReadInsteadOfTheRules() throws {
    _ = try load()
    let copy = try PackCache(folder: cache.path + "/rapporteur", stamp: "1").load(home.location)
    // Only a pack from its folder has its rule files.
    #expect(copy.files.isEmpty)
  }

  @Test func editOfARuleOrListCounts() throws {
    let before = try load()
    try home.folder.write("name\nJosé\n", to: "Gazetteers/people/given.tsv")
    let after = try load()
    #expect(after != before)
    #expect(try load() == after)
    #expect(try copies().count == 1)
  }

  /// Which packs a pack uses is not known before it is read; its copy knows.
  @Test func editOfAPackThatIsUsedCounts() throws {
    try home.folder.write("use mergers/main\n", to: "Pipelines/own/main.rules")
    let own = PackLocator.Location(name: "own", files: home.files)
    func load() throws -> Pack {
      try PackCache(folder: cache.path + "/rapporteur", stamp: "1").load(own)
    }
    let folders = ["Pipelines/own", "Pipelines/english", "Gazetteers", "Pipelines/mergers"]
    #expect(try load().digests.map(\.folder) == folders)
    let copy = try load()
    #expect(copy.files.isEmpty)
    #expect(copy.digests.map(\.folder) == folders)
    try home.folder.write("list none = nothing\n", to: "Pipelines/mergers/new.rules")
    let after = try load()
    #expect(!after.files.isEmpty)
    #expect(after.digests.dropLast() == copy.digests.dropLast())
    #expect(after.digests != copy.digests)
  }

  @Test func copyOfAnotherBuildOfTheProgramIsReplaced() throws {
    _ = try load()
    let name = try onlyCopy()
    let first = try bytes(name)
    _ = try load(stamp: "2")
    #expect(try bytes(name) != first)
  }

  @Test func damagedCopyCostsNothing() throws {
    let source = try load()
    let name = try onlyCopy()
    let whole = try bytes(name)
    for damaged in [Data(), whole.prefix(100), whole.dropLast()] {
      try Data(damaged).write(to: URL(filePath: "\(cache.path)/\(name)"))
      #expect(try load() == source)
      #expect(try bytes(name) == whole)
    }
  }

  @Test func folderThatCannotBeWrittenIsPassedOver() throws {
    // Not even root makes a folder below a file.
    try cache.write("", to: "file")
    let pack = try PackCache(folder: cache.path + "/file/rapporteur", stamp: "1")
      .load(home.location)
    #expect(!pack.files.isEmpty)
    #expect(try PackCache(folder: nil, stamp: "1").load(home.location).files.count > 0)
  }
}
