import FoundationEssentials
import Glibc
import Text

/// The texts that are measured: JSON Lines, decoded, and as one file.
final class Corpus {
  let documents: [InputDocument]
  /// All lines, unpacked; a temporary file that goes away with its owner.
  let file: String

  /// Nil where no file has a text in it.
  init?(_ paths: [String]) {
    file =
      FileManager.default.temporaryDirectory
      .appending(path: "rapporteur-benchmark-\(getpid()).jsonl").path()
    var lines: [UInt8] = []
    for path in paths { lines += Self.bytes(of: path) }
    guard (try? Data(lines).write(to: URL(filePath: file))) != nil else { return nil }
    documents = Self.decoded(file)
    if documents.isEmpty { return nil }
  }

  deinit { try? FileManager.default.removeItem(atPath: file) }

  /// UTF-8 bytes of text, in millions.
  var megabytes: Double { Double(documents.reduce(0) { $0 + $1.text.count }) / 1e6 }

  static func decoded(_ file: String) -> [InputDocument] {
    var reader = DocumentReader(inputs: [file])
    var documents: [InputDocument] = []
    while let result = reader.next() {
      if case .document(let document) = result { documents.append(document) }
    }
    return documents
  }

  /// The bytes of a file, unpacked by gzip where its name ends in .gz; none where it cannot be read.
  private static func bytes(of path: String) -> [UInt8] {
    guard path.hasSuffix(".gz") else {
      return [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    }
    let quoted = path.replacing("'", with: "'\\''")
    // SAFETY: the pipe is read to its end and closed here; the buffer lives for each call.
    guard let pipe = unsafe popen("gzip -dc '\(quoted)' 2>/dev/null", "r") else { return [] }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBufferPointer {
        unsafe fread($0.baseAddress, 1, $0.count, pipe)
      }
      guard count > 0 else { break }
      result += chunk[..<count]
    }
    unsafe pclose(pipe)
    return result
  }
}
