import Diagnostics
import Text

/// The text of a rule file, with its lines, so that byte offsets become places.
package struct SourceFile: Sendable {
  package let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Where bytes `start..<end` stand: line, column and the text of the line.
  func location(_ start: Int, _ end: Int) -> SourceLocation {
    let line = max(0, lineStarts.partitioningIndex { $0 > start } - 1)
    let lineStart = lineStarts[line]
    let lineEnd = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let before = text(lineStart, start)
    let marked = text(start, max(start, min(end, lineEnd)))
    return SourceLocation(
      path: path, line: line + 1, column: before.unicodeScalars.count + 1,
      length: marked.unicodeScalars.count, lineText: text(lineStart, lineEnd))
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
