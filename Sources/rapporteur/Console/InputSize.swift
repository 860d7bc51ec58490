import FoundationEssentials
import Glibc

/// Measures inputs before they are read.
enum InputSize {
  private static let endings = [".txt", ".html", ".htm", ".jsonl"]

  /// Bytes of the files that the inputs name; nil where one cannot be measured, such as standard input.
  static func bytes(of inputs: [String]) -> Int? {
    var total = 0
    for input in inputs {
      guard input != "-", let bytes = bytes(at: input) else { return nil }
      total += bytes
    }
    return total
  }

  private static func bytes(at path: String) -> Int? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
    guard isFolder else { return size(of: path) }
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else {
      return nil
    }
    return names.filter { name in endings.contains { name.hasSuffix($0) } }
      .compactMap { size(of: "\(path)/\($0)") }.reduce(0, +)
  }

  private static func size(of path: String) -> Int? {
    var status = stat()
    // SAFETY: `stat` fills the structure or fails.
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}
