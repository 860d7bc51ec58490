package import Diagnostics
import FoundationEssentials
package import Gazetteer

/// The files of packs and lists under one home folder, which holds `Pipelines/` and `Gazetteers/`, or in a built pack.
package struct PackFiles: Sendable {
  /// The home folder, or the file of a built pack.
  package let home: String
  /// The built pack that the files are in.
  let archive: PackArchive?
  /// A pack that lies elsewhere: its name and its folder.
  private let outside: (name: String, folder: String)?

  /// The files under a home; `pack` is one that does not lie in the home's `Pipelines`.
  package init(home: String, pack: (name: String, folder: String)? = nil) {
    self.home = home
    outside = pack
    archive = nil
  }

  /// The tables in a built pack.
  package init(_ archive: PackArchive, at path: String) {
    home = path
    outside = nil
    self.archive = archive
  }

  /// Whether this is a built pack, which has no rule files and no lists.
  package var isBuilt: Bool { archive != nil }

  /// Where a file or folder of a pack or list is; `path` is relative to the home.
  func location(of path: String) -> String {
    if let outside {
      let folder = "Pipelines/\(outside.name)"
      if path == folder { return outside.folder }
      if path.hasPrefix(folder + "/") { return outside.folder + path.dropFirst(folder.count) }
    }
    return "\(home)/\(path)"
  }

  /// Reads a file of a pack or list; `path` is relative to the home and stays inside it.
  ///
  /// Throws where the path leads out of the home or the file cannot be read.
  package func bytes(_ path: String) throws(DiagnosticList) -> [UInt8] {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
      throw Self.problem(
        "path-outside", "\(path) leads out of the pack's home", "name a path inside it")
    }
    if let archive {
      guard let bytes = archive.tables[path] else {
        throw Self.problem(
          "file-missing", "\(path) is not in the built pack \(home)", "build the pack again")
      }
      return bytes
    }
    guard let data = FileManager.default.contents(atPath: location(of: path)) else {
      throw Self.problem(
        "file-missing", "\(path) cannot be read under \(home)",
        "check the name, or set RAPPORTEUR_HOME to the folder with Pipelines and Gazetteers")
    }
    return [UInt8](data)
  }

  /// The name of the pack that runs when none is given: the text of `Pipelines/default`.
  package func defaultPack() throws(DiagnosticList) -> String {
    let text = String(decoding: try bytes("Pipelines/default"), as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
  }

  package func table(_ path: String) throws(DiagnosticList) -> TableFile {
    try TableFile.parse(path: path, bytes: bytes(path))
  }

  private static func problem(_ id: String, _ message: String, _ help: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(id, message, help: help)])
  }
}
