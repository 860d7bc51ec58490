import FoundationEssentials
import Testing

@testable import Pipeline

@Suite struct CheckedWriterTests {
  @Test func fullDiskIsToldNotSwallowed() throws {
    let writer = try CheckedWriter.file("/dev/full")
    try writer.write(Array("small".utf8))
    let failure = #expect(throws: OutputFailure.self) { try writer.flush() }
    #expect(failure?.message == "/dev/full: No space left on device")
  }

  @Test func largeWriteFailsAtOnce() throws {
    let writer = try CheckedWriter.file("/dev/full")
    #expect(throws: OutputFailure.self) {
      try writer.write([UInt8](repeating: 0x61, count: 1 << 20))
    }
  }

  @Test func fileAppearsOnlyWhenComplete() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "file")
    let file = try AtomicFile("\(folder.path)/file")
    try file.writer.write(Array("new".utf8))
    try file.writer.flush()
    #expect(folder.read("file") == "old")
    try file.commit()
    #expect(folder.read("file") == "new")
    #expect(try folder.names() == ["file"])
  }

  @Test func fileThatIsGivenUpLeavesNothing() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try AtomicFile("\(folder.path)/file")
      try file.writer.write(Array("new".utf8))
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func deviceIsWrittenNotReplaced() throws {
    let file = try AtomicFile("/dev/null")
    try file.writer.write(Array("away".utf8))
    try file.commit()
    #expect(!FileManager.default.fileExists(atPath: "/dev/null.partial"))
    var isFolder = false
    #expect(FileManager.default.fileExists(atPath: "/dev/null", isDirectory: &isFolder))
  }

  /// `/dev/stdout` is a link; where it leads to a file, a rename would take its place.
  @Test func linkIsWrittenThroughNotReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "file")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "file")
    let file = try AtomicFile(link)
    try file.writer.write(Array("new".utf8))
    try file.commit()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "file")
    #expect(folder.read("file") == "new")
    #expect(try folder.names() == ["file", "link"])
  }

  @Test func missingFolderIsAFailure() {
    let failure = #expect(throws: OutputFailure.self) { try AtomicFile("/nowhere/at/all") }
    #expect(failure?.message == "/nowhere/at/all.partial: No such file or directory")
  }
}
