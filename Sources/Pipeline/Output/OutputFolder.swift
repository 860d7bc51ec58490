import FoundationEssentials
internal import Glibc
import Text

/// The folder that a run writes into; one that is not ours, or newer than this program, is refused.
package struct OutputFolder: Sendable {
  /// The files of a run.
  package enum File: String, Sendable, CaseIterable {
    case extractions = "extractions.jsonl"
    case graph = "graph.jsonl"
    case rejects = "rejects.jsonl"
    case manifest = "manifest.json"
  }

  /// Why a folder is refused, and what to do.
  package struct Refusal: Error, Sendable, Hashable {
    package var message: String
    package var help: String
  }

  package let path: String

  package init(_ path: String) { self.path = path }

  package func path(_ file: File) -> String { "\(path)/\(file.rawValue)" }

  /// Makes the folder where it is missing and sees to it that a run may write into it.
  ///
  /// Allowed are a new or empty folder and one with a manifest of ours, while no other run holds it; this one does as
  /// long as it keeps the lock. Throws a `Refusal` for any other, an `OutputFailure` where the system refuses.
  package func prepare() throws -> FolderLock {
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard !exists || isFolder else {
      throw Refusal(message: "\(path) is a file", help: "name a folder, which may be new")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      guard let lock = try FolderLock(path) else {
        throw Refusal(
          message: "another run is writing into \(path)",
          help: "wait for its end, or name another folder")
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      // A run that was killed in its first moment leaves this and nothing else.
      let begun = File.manifest.rawValue + AtomicFile.partialSuffix
      if !names.allSatisfy({ $0 == begun }) { try checkManifest() }
      return lock
    } catch let error as CocoaError {
      throw OutputFailure(name: path, code: error.systemCode)
    }
  }

  /// Throws a `Refusal` where the folder lies in an input folder, which would read what the run writes.
  func refuseInside(_ inputs: [String]) throws(Refusal) {
    for input in inputs where input != "-" {
      let outer = Self.components(input)
      guard Self.components(path).starts(with: outer) else { continue }
      throw Refusal(
        message: "the output folder \(path) lies in the input \(input)",
        help: "name a folder outside of it")
    }
  }

  /// The names on the way from the root, links followed; what is not there yet stands as it is named.
  private static func components(_ path: String) -> [String] {
    var existing = URL(filePath: path).standardizedFileURL
    var missing: [String] = []
    while existing.pathComponents.count > 1,
      !FileManager.default.fileExists(atPath: existing.path)
    {
      missing.append(existing.lastPathComponent)
      existing.deleteLastPathComponent()
    }
    return existing.resolvingSymlinksInPath().pathComponents.filter { !$0.isEmpty }
      + missing.reversed()
  }

  private func checkManifest() throws {
    guard let data = FileManager.default.contents(atPath: path(.manifest)) else {
      throw Refusal(
        message: "\(path) is not empty and no run of rapporteur made it",
        help: "name a new folder; nothing in this one has been touched")
    }
    let value = try? JSONReader.read([UInt8](data)[...])
    guard value?["type"]?.text == "manifest", value?["program"]?.text == RunManifest.program,
      case .number(let digits)? = value?["schema"], let schema = Int(digits)
    else {
      throw Refusal(
        message: "\(path(.manifest)) was not written by rapporteur",
        help: "name a new folder; nothing in this one has been touched")
    }
    guard schema <= Version.schema else {
      throw Refusal(
        message: "\(path) was made by a newer rapporteur (records of schema \(schema))",
        help: "name a new folder, or use that version")
    }
  }
}

extension CocoaError {
  /// The system's error number that underlies the error; `EIO` where there is none.
  fileprivate var systemCode: Int32 {
    let cause = unsafe userInfo["NSUnderlyingError"] as? POSIXError
    return cause?.code.rawValue ?? EIO
  }
}
