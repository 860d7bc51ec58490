import FoundationEssentials
import Text

/// The SHA-256 of a folder of rules or lists: of its files' paths and digests, in byte order of the paths.
package struct PackDigest: Sendable, Hashable {
  /// The folder's name under the home, such as `Pipelines/english`.
  package var folder: String
  package var hexadecimal: String

  init(folder: String, hexadecimal: String) {
    self.folder = folder
    self.hexadecimal = hexadecimal
  }

  /// Reads a folder; nil where there is none. Hidden files do not count. O(bytes).
  package init?(folder: String, at path: String) {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      return nil
    }
    var listing: [UInt8] = []
    let visible = names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    for name in visible.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      // Folders have no contents; their files are in the list themselves.
      guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { continue }
      listing += "\(Self.hexadecimal([UInt8](data)))  \(name)\n".utf8
    }
    self.folder = folder
    hexadecimal = Self.hexadecimal(listing)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    SHA256.digest(bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension PackFiles {
  /// The digests of folders under the home, in the order given; what is not there has none.
  func digests(of folders: [String]) -> [PackDigest] {
    folders.compactMap { PackDigest(folder: $0, at: location(of: $0)) }
  }
}
