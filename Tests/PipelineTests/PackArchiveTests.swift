import Diagnostics
import Testing

@testable import Pipeline

@Suite struct PackArchiveTests {
  private static let home = Result { try SmallHome() }
  private static let archive = Result { try home.get().archive() }

  private static func diagnostic(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try PackArchive(bytes, path: "a.pack")
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func builtPackGivesTheSameRecordsAsItsFolder() throws {
    let home = try Self.home.get()
    let source = try SmallHome.record(Pack.load(SmallHome.pack, from: home.files))
    #expect(String(decoding: source, as: UTF8.self).contains("\"kind\":\"takeover\""))
    let archive = try PackArchive(try Self.archive.get().bytes, path: "a.pack")
    #expect(archive.name == SmallHome.pack)
    #expect(try archive.digests == Pack.load(SmallHome.pack, from: home.files).digests)
    let files = PackFiles(archive, at: "a.pack")
    #expect(try SmallHome.record(Pack.load(archive.name, from: files)) == source)
  }

  @Test func samePackGivesTheSameBytes() throws {
    #expect(try Self.home.get().archive().bytes == Self.archive.get().bytes)
  }

  @Test func otherFilesAndVersionsAreRefused() throws {
    let bytes = try Self.archive.get().bytes
    #expect(Self.diagnostic(Array("use english/groups".utf8))?.id == "pack-unknown-file")
    #expect(Self.diagnostic([])?.id == "pack-unknown-file")
    var other = bytes
    other[8] += 1
    let problem = Self.diagnostic(other)
    #expect(problem?.id == "pack-version")
    #expect(problem?.message.contains("a.pack") == true)
    #expect(problem?.help?.contains("build it again") == true)
  }

  @Test func whatIsCutIsRefused() throws {
    let bytes = try Self.archive.get().bytes
    for count in [1, 7, 8, 11, 19, 20, 51, 52, 53, bytes.count / 2, bytes.count - 1] {
      let id = Self.diagnostic(Array(bytes.prefix(count)))?.id
      #expect(id == (count < 8 ? "pack-unknown-file" : "pack-damaged"), "\(count) bytes")
    }
    #expect(Self.diagnostic(bytes + [0])?.id == "pack-damaged")
  }

  @Test func whatIsAlteredIsRefused() throws {
    let bytes = try Self.archive.get().bytes
    var random = SplitMix(seed: 7)
    for _ in 0..<100 {
      var altered = bytes
      let place = Int(random.next() % UInt64(bytes.count))
      altered[place] ^= UInt8(1 << (random.next() % 8))
      #expect(Self.diagnostic(altered) != nil, "byte \(place)")
    }
  }

  /// Behind a right digest too, no bytes lead beyond the tables: what is damaged is refused, or is another pack.
  @Test func damageBehindTheDigestNeverCrashes() throws {
    let archive = try Self.archive.get()
    var random = SplitMix(seed: 11)
    var refused = 0
    for round in 0..<300 {
      var compiled = archive.compiled
      if round % 3 == 0 {
        compiled.removeLast(1 + Int(random.next() % UInt64(compiled.count)))
      } else {
        for _ in 0...round % 4 {
          let place = Int(random.next() % UInt64(compiled.count))
          compiled[place] = UInt8(truncatingIfNeeded: random.next())
        }
      }
      let damaged = PackArchive(
        name: archive.name, digests: archive.digests, stamp: "", tables: archive.tables,
        compiled: compiled)
      do {
        _ = try Pack.load(archive.name, from: PackFiles(damaged, at: "a.pack"))
      } catch {
        #expect(error.diagnostics.first?.id == "pack-damaged")
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test func builtPackIsLocatedByItsPathAndHasNoRules() throws {
    let (home, folder) = (try Self.home.get(), try TemporaryFolder())
    let file = try AtomicFile("\(folder.path)/a.pack")
    try file.writer.write(try home.archive().bytes)
    try file.commit()
    let locator = PackLocator(
      environmentHome: "/no/where", workingDirectory: folder.path, executable: nil)
    let location = try locator.locate("a.pack")
    #expect(location.name == SmallHome.pack)
    let problem = #expect(throws: DiagnosticList.self) { try locator.locate(folder: "a.pack") }
    #expect(problem?.diagnostics.first?.id == "pack-built")
  }
}

/// SplitMix64: the same numbers on every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
