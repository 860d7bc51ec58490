package import Diagnostics
import FoundationEssentials

/// Finds packs: by the path of a folder or of a built pack, else by name in the home folder, which holds `Pipelines/` and `Gazetteers/`.
///
/// The home is RAPPORTEUR_HOME, else the working directory, else the nearest folder above the executable that holds
/// both.
package struct PackLocator: Sendable {
  /// A pack and where its files are.
  package struct Location: Sendable {
    package var name: String
    package var files: PackFiles
  }

  private let environmentHome: String?
  private let workingDirectory: String
  private let executable: String?

  package init(environmentHome: String?, workingDirectory: String, executable: String?) {
    self.environmentHome = environmentHome
    self.workingDirectory = workingDirectory
    self.executable = executable
  }

  /// The locator of this process.
  package static func current() -> PackLocator {
    let home = ProcessInfo.processInfo.environment["RAPPORTEUR_HOME"]
    return PackLocator(
      environmentHome: home?.isEmpty == true ? nil : home,
      workingDirectory: FileManager.default.currentDirectoryPath,
      executable: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
  }

  /// The pack at a path or of a name; that which `Pipelines/default` names where none is given.
  ///
  /// Throws where there is no such pack, or no home.
  package func locate(_ pack: String?) throws(DiagnosticList) -> Location {
    guard let pack else {
      let files = PackFiles(home: try home())
      return Location(name: try files.defaultPack(), files: files)
    }
    if Self.isPack(absolute(pack)) { return try locate(packFolder: absolute(pack)) }
    if Self.isFile(absolute(pack)) { return try locate(built: absolute(pack), pack) }
    guard !pack.contains("/") else {
      throw Self.problem(
        "unknown-pack", "there is no pack at \(pack)",
        "a pack is a folder with \(RuleLoader.entry).rules in it")
    }
    let files = PackFiles(home: try home())
    guard Self.isPack("\(files.home)/Pipelines/\(pack)") else {
      throw unknown(pack, in: files.home)
    }
    return Location(name: pack, files: files)
  }

  /// The same for those who need the rule files themselves: a built pack is refused.
  package func locate(folder pack: String?) throws(DiagnosticList) -> Location {
    let location = try locate(pack)
    guard !location.files.isBuilt else {
      throw Self.problem(
        "pack-built", "\(location.files.home) is a built pack, which has no rule files in it",
        "name the folder that it was built from")
    }
    return location
  }

  private func locate(built path: String, _ name: String) throws(DiagnosticList) -> Location {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw Self.problem(
        "file-missing", "\(name) cannot be read", "check the rights of the file")
    }
    let archive = try PackArchive([UInt8](bytes), path: name)
    return Location(name: archive.name, files: PackFiles(archive, at: name))
  }

  /// A pack in a home's `Pipelines` is read with that home; any other with the home that is found.
  private func locate(packFolder folder: String) throws(DiagnosticList) -> Location {
    let url = URL(filePath: folder).standardizedFileURL
    let pipelines = url.deletingLastPathComponent()
    let name = url.lastPathComponent
    let above = pipelines.deletingLastPathComponent().path()
    if pipelines.lastPathComponent == "Pipelines", Self.isHome(above) {
      return Location(name: name, files: PackFiles(home: above))
    }
    return Location(name: name, files: PackFiles(home: try home(), pack: (name, folder)))
  }

  private func home() throws(DiagnosticList) -> String {
    if let environmentHome {
      let path = absolute(environmentHome)
      guard Self.isHome(path) else {
        throw Self.problem(
          "no-home", "RAPPORTEUR_HOME is \(environmentHome), which lacks Pipelines or Gazetteers",
          "set it to the folder that holds both, or unset it")
      }
      return path
    }
    var candidates = [workingDirectory]
    var parent = executable.map { URL(filePath: $0).deletingLastPathComponent() }
    while let folder = parent {
      candidates.append(folder.path())
      let above = folder.deletingLastPathComponent()
      parent = above.path() == folder.path() || folder.path() == "/" ? nil : above
    }
    guard let home = candidates.first(where: Self.isHome) else {
      throw Self.problem(
        "no-home", "there is no folder with Pipelines and Gazetteers here or beside the program",
        "set RAPPORTEUR_HOME to the folder that holds both")
    }
    return home
  }

  private func unknown(_ pack: String, in home: String) -> DiagnosticList {
    let folder = "\(home)/Pipelines"
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { Self.isPack("\(folder)/\($0)") }.sorted()
    let nearest = NearestName.find(pack, in: names)
    return Self.problem(
      "unknown-pack", "there is no pack `\(pack)` in \(folder)",
      nearest.map { "did you mean `\($0)`?" } ?? "there are: \(names.joined(separator: ", "))")
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)"
  }

  private static func isPack(_ path: String) -> Bool {
    isFile("\(path)/\(RuleLoader.entry).rules")
  }

  private static func isHome(_ path: String) -> Bool {
    isFolder("\(path)/Pipelines") && isFolder("\(path)/Gazetteers")
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
  }

  private static func problem(_ id: String, _ message: String, _ help: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(id, message, help: help)])
  }
}
