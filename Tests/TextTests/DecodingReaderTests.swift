import FoundationEssentials
import Testing

@testable import Text

/// Reads folders that the tests write for themselves.
@Suite final class DecodingReaderTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "reader-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  private func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  /// What comes out, each as its path, line and text or code.
  private func read(_ inputs: [String]) -> [String] {
    var reader = DocumentReader(inputs: inputs)
    var found: [String] = []
    while let result = reader.next() {
      switch result {
      case .document(let document):
        let line = document.line.map { ":\($0)" } ?? ""
        let text = String(decoding: document.text.prefix(20), as: UTF8.self)
        found.append("\(document.path)\(line) \(text)")
      case .reject(let reject):
        found.append("\(reject.path)\(reject.line.map { ":\($0)" } ?? "") \(reject.code.rawValue)")
      }
    }
    return found
  }

  @Test func walksAFolderInByteOrderOfPaths() throws {
    for name in ["b.txt", "a/z.txt", "a.txt", "a-b.txt", "a/b/c.TXT", ".hidden.txt", ".git/x.txt"] {
      try write(name, name)
    }
    #expect(
      read([folder.path]) == [
        "a-b.txt a-b.txt", "a.txt a.txt", "a/b/c.TXT a/b/c.TXT", "a/z.txt a/z.txt", "b.txt b.txt",
      ])
    #expect(read([folder.path + "/b.txt", folder.path + "/a"]).count == 3)
    #expect(read([folder.path + "/a/z.txt"]) == ["z.txt a/z.txt"])
  }

  @Test func rejectsWithItsReason() throws {
    try write("a.pdf", "x")
    try write("b.txt", " \n")
    try write("c.txt", [UInt8](repeating: 0x61, count: DocumentDecoder.maximumSize + 1))
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "d.txt"), withDestinationURL: folder.appending(path: "absent"))
    #expect(
      read([folder.path, folder.path + "/none.txt"]) == [
        "a.pdf E-KIND", "b.txt E-EMPTY", "c.txt E-SIZE", "d.txt E-READ", "none.txt E-READ",
      ])
  }

  @Test func aDeviceIsNotReadWhateverItsName() throws {
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "a.txt"), withDestinationURL: URL(filePath: "/dev/zero"))
    var reader = DocumentReader(inputs: [folder.path])
    guard case .reject(let reject) = reader.next() else {
      Issue.record("no reject")
      return
    }
    #expect(reject.code == .kind)
    #expect(reject.message == "a device, pipe or socket, no file")
  }

  @Test func aLinkToAFolderAroundItEndsThere() throws {
    try write("a/b.txt", "text")
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "a/loop"), withDestinationURL: folder)
    #expect(read([folder.path]) == ["a/b.txt text"])
  }

  @Test func aBadLineIsARejectAndTheRunGoesOn() throws {
    let lines = [
      "\u{FEFF}{\"id\": 1, \"text\": \"one\"}\r", "", "{broken",
      "{\"id\": \"1\", \"text\": \"again\"}",
      "{\"id\": 2}", "{\"text\": \"\\ud800 lone\"}",
    ]
    try write("a.jsonl", lines.joined(separator: "\n"))
    #expect(
      read([folder.path]) == [
        "a.jsonl:1 one", "a.jsonl:3 E-JSON", "a.jsonl:4 E-DUPLICATE", "a.jsonl:5 E-TEXT",
        "a.jsonl:6 \u{FFFD} lone",
      ])
  }

  @Test func countsInvalidBytesOfALine() throws {
    try write("a.jsonl", Array("{\"text\": \"a".utf8) + [0xFF] + Array("b\"}\n".utf8))
    var reader = DocumentReader(inputs: [folder.path])
    guard case .document(let document) = reader.next() else {
      Issue.record("no document")
      return
    }
    #expect(String(decoding: document.text, as: UTF8.self) == "a\u{FFFD}b")
    #expect(document.replacedBytes == 1)
  }

  @Test func readsLinesLongerThanItsBuffer() throws {
    let long = String(repeating: "x", count: 700_000)
    try write("a.jsonl", "{\"text\": \"\(long)\"}\n{\"text\": \"b\"}\n")
    let found = read([folder.path])
    #expect(found.count == 2)
    #expect(found.last == "a.jsonl:2 b")
  }

  @Test func skipsALineThatIsTooLong() throws {
    let file = folder.appending(path: "a.txt")
    try Data("ab\n\(String(repeating: "c", count: 600_000))\nd".utf8).write(to: file)
    var reader = LineReader(
      try FileDescriptor(opening: Array(file.path.utf8)), maximumSize: 1_000)
    #expect(try reader.next() == .some(Array("ab".utf8)))
    #expect(try reader.next() == .some(.none))
    #expect(try reader.next() == .some(Array("d".utf8)))
    #expect(try reader.next() == .none)
  }
}
