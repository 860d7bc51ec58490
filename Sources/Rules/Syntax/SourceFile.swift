import Diagnostics

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

extension RandomAccessCollection {
  /// The first index whose element satisfies a predicate that is false, then true. O(log n).
  func partitioningIndex(_ isAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
