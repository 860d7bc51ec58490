import FoundationEssentials

/// Names, one a line, in a temporary file that goes away with its owner.
final class NameFile {
  let path: String

  init(_ names: [String]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "rapporteur-benchmark-\(UUID().uuidString).txt").path()
    try Data(names.joined(separator: "\n").utf8).write(to: URL(filePath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
