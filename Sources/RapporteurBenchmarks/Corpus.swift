import FoundationEssentials
import Glibc
import Text

/// The texts that are measured: JSON Lines, decoded, and as one file.
final class Corpus {
  private static let samples = ["voa", "wikinews", "cluster"].map {
    "../shared/data/\($0).jsonl.gz"
  }

  let documents: [InputDocument]
  /// All lines, unpacked; a temporary file that goes away with its owner.
  let file: String

  /// The texts of files, of the samples where none are named; `limit` is the bytes of lines that are enough.
  ///
  /// Throws where there is no text in them.
  static func of(_ paths: [String], limit: Int = .max) throws(WrongCall) -> Corpus {
    let paths = paths.isEmpty ? samples : paths
    guard let corpus = Corpus(paths, limit: limit) else {
      throw WrongCall(
        message: "there is no text in \(paths.joined(separator: ", ")): "
          + "give a .jsonl file (`text` in each line)")
    }
    return corpus
  }

  private init?(_ paths: [String], limit: Int) {
    file =
      FileManager.default.temporaryDirectory
      .appending(path: "rapporteur-benchmark-\(UUID().uuidString).jsonl").path()
    var lines: [UInt8] = []
    for path in paths where lines.count < limit { lines += Self.bytes(of: path) }
    if lines.count > limit {
      let end = lines[limit...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.endIndex
      lines.removeSubrange(end...)
    }
    guard (try? Data(lines).write(to: URL(filePath: file))) != nil else { return nil }
    documents = Self.decoded(file)
    if documents.isEmpty { return nil }
  }

  deinit { try? FileManager.default.removeItem(atPath: file) }

  /// UTF-8 bytes of text, in millions.
  var megabytes: Double { Double(documents.reduce(0) { $0 + $1.text.count }) / 1e6 }

  var summary: String { "\(documents.count) documents, \(figure(megabytes)) MB of text" }

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
    return Shell.output(of: "gzip -dc \(Shell.quoted(path)) 2>/dev/null").bytes
  }
}
