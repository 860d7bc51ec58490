import Diagnostics
import Rules

/// Reads a pack's rule files in the order of their imports.
struct RuleLoader {
  /// The file that a pack is entered by.
  static let entry = "main"

  let home: PackFiles
  private(set) var files: [RuleFile] = []
  /// What the pack may read, taken before anything of it was read: its own folder, the language's, the lists, and the
  /// folders of other packs that it uses.
  private(set) var digests: [PackDigest]
  private var folders: Set<String>
  private var loaded: Set<String> = []
  private var open: [String] = []

  /// A loader for the rule files of one pack.
  init(of pack: String, home: PackFiles) {
    self.home = home
    let folders = ["Pipelines/\(pack)", "Pipelines/\(Pack.language)", "Gazetteers"]
    self.folders = Set(folders)
    digests = home.digests(of: folders)
  }

  /// Loads a rule file such as `english/groups` and before it all that it uses; a file that leads back to itself is
  /// refused.
  mutating func load(_ path: String) throws(DiagnosticList) {
    guard !loaded.contains(path) else { return }
    takeDigest(ofFolderWith: path)
    try load(path, bytes: try home.bytes("Pipelines/\(path).rules"))
  }

  /// Loads the text of a rule file that lies nowhere, and before it all that it uses.
  mutating func load(_ path: String, bytes: [UInt8]) throws(DiagnosticList) {
    open.append(path)
    let (file, problems) = Parser.parse(path: "\(path).rules", bytes: bytes)
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    for use in file.uses {
      let target = resolve(use.text, from: path)
      guard !open.contains(target) else {
        throw DiagnosticList([
          Diagnostic(
            "cyclic-use", "`\(target)` uses itself by way of \(open.joined(separator: ", "))",
            at: use.location, help: "move what both need to a file of its own")
        ])
      }
      try load(target)
    }
    open.removeLast()
    loaded.insert(path)
    files.append(file)
  }

  private mutating func takeDigest(ofFolderWith path: String) {
    let folder = "Pipelines/\(path.prefix { $0 != "/" })"
    if folders.insert(folder).inserted { digests += home.digests(of: [folder]) }
  }

  /// A name without a folder is a file of the same pack.
  private func resolve(_ use: String, from path: String) -> String {
    guard !use.contains("/"), let slash = path.lastIndex(of: "/") else { return use }
    return path[...slash] + use
  }
}
