package import Diagnostics
import FoundationEssentials
import Glibc
import Text

/// Compiled copies of packs that are read from their folders, one file for each folder.
///
/// A copy counts only while the contents of every file of the pack, of its language and of the lists are those that it
/// was made of (their SHA-256, some milliseconds for a few MB: times and sizes of files would miss an edit within a
/// second), and only for the program that made it. It is never trusted and never needed: one that is damaged, or a
/// folder that cannot be written, costs the time of compiling and nothing else.
package struct PackCache: Sendable {
  /// Where the copies are, nil where none are wanted.
  private let folder: String?
  /// Tells the builds of this program apart.
  private let stamp: String

  package init(folder: String?, stamp: String) {
    self.folder = folder
    self.stamp = stamp
  }

  /// The cache of this process: `rapporteur` under XDG_CACHE_HOME, else under `~/.cache`; none where
  /// RAPPORTEUR_NO_CACHE says something.
  package static func current() -> PackCache {
    let environment = ProcessInfo.processInfo.environment
    func folder(_ name: String) -> String? {
      // XDG: a path that is not absolute is to be ignored.
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let isOff = !(environment["RAPPORTEUR_NO_CACHE"] ?? "").isEmpty
    let parent = folder("XDG_CACHE_HOME") ?? folder("HOME").map { $0 + "/.cache" }
    let stamp = executableStamp
    return PackCache(
      folder: isOff || stamp.isEmpty ? nil : parent.map { $0 + "/rapporteur" }, stamp: stamp)
  }

  /// Size and time of the program's file; empty where they are not known.
  private static var executableStamp: String {
    var status = stat()
    // SAFETY: `stat` fills the structure or fails.
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return "" }
    let time = status.st_mtim
    return "\(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }

  /// The pack at a location, from its copy where that is good, else compiled anew and copied.
  ///
  /// Throws what opening a built pack, or compiling one, throws.
  package func load(_ location: PackLocator.Location) throws(DiagnosticList) -> Pack {
    guard let folder, !location.files.isBuilt else {
      return try Pack.load(location.name, from: location.files)
    }
    let path = "\(folder)/\(fileName(of: location))"
    if let pack = copy(at: path, of: location) { return pack }
    let pack = try Pack.load(location.name, from: location.files)
    keep(pack, at: path, location.files)
    return pack
  }

  private func fileName(of location: PackLocator.Location) -> String {
    let place = location.files.location(of: "Pipelines/\(location.name)")
    return StableID.make(prefix: "p", parts: [Array(place.utf8), Array(location.files.home.utf8)])
      + ".pack"
  }

  private func copy(at path: String, of location: PackLocator.Location) -> Pack? {
    guard let bytes = FileManager.default.contents(atPath: path),
      let archive = try? PackArchive([UInt8](bytes), path: path),
      archive.name == location.name, archive.stamp == stamp,
      isCurrent(archive.digests, location.files)
    else { return nil }
    return try? Pack.load(archive.name, from: PackFiles(archive, at: path))
  }

  /// Whether the folders are still as they were when a pack was read from them. Which these are hangs on nothing but
  /// what is in them.
  private func isCurrent(_ digests: [PackDigest], _ files: PackFiles) -> Bool {
    files.digests(of: digests.map(\.folder)) == digests
  }

  /// Writes a copy, if that can be done and no file was changed since its digest was taken.
  private func keep(_ pack: Pack, at path: String, _ files: PackFiles) {
    guard let folder, let archive = try? pack.archive(files, stamp: stamp),
      isCurrent(archive.digests, files)
    else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      let file = try AtomicFile(path, mark: ".\(getpid())")
      try file.writer.write(archive.bytes)
      try file.commit()
    } catch {
      // The cache only saves time; what cannot be kept is compiled again.
    }
  }
}
