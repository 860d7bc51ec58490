internal import Glibc

/// A file that appears under its name only when it is complete.
package final class AtomicFile {
  /// What the name of a file ends in while it is written.
  static let partialSuffix = ".partial"

  private let path: String
  /// Where the bytes go until the file is complete; nil for a device, pipe or link, which is written as it is.
  private let partialPath: String?
  package let writer: CheckedWriter
  private var isDone = false

  /// A file of that path; `mark` tells the unfinished files of processes apart that write the same one.
  package init(_ path: String, mark: String = "") throws(OutputFailure) {
    self.path = path
    partialPath = Self.isSpecial(path) ? nil : path + mark + Self.partialSuffix
    writer = try CheckedWriter.file(partialPath ?? path)
  }

  deinit {
    // A file that was given up leaves nothing behind.
    if let partialPath, !isDone { unsafe unlink(partialPath) }
  }

  /// A link counts as special: replaced, it would lead nowhere any more, and `/dev/stdout` is one.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: `lstat` fills the structure or fails.
    guard unsafe lstat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }

  /// Completes the file and gives it its name, in place of an older one.
  package func commit() throws(OutputFailure) {
    try writer.close()
    guard let partialPath else { return }
    guard unsafe rename(partialPath, path) == 0 else {
      throw OutputFailure(name: path, code: errno)
    }
    isDone = true
  }
}
