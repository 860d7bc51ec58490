import FoundationEssentials

/// A home in a temporary folder with the language pack, the lists and packs of a test's own; removed with its last owner.
final class Home {
  /// The checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  let path: String

  init(pack: String, files: [String: String]) throws {
    let home = FileManager.default.temporaryDirectory.appending(path: "pack-\(UUID().uuidString)")
    path = home.path()
    try FileManager.default.createDirectory(
      atPath: path + "/Pipelines", withIntermediateDirectories: true)
    for folder in ["Pipelines/english", "Gazetteers"] {
      try FileManager.default.createSymbolicLink(
        atPath: path + "/" + folder, withDestinationPath: Self.root + "/" + folder)
    }
    for (name, text) in files { try write(text, to: name, of: pack) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file of a pack.
  func write(_ text: String, to name: String, of pack: String) throws {
    let file = URL(filePath: "\(path)/Pipelines/\(pack)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
