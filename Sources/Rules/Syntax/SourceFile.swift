import Diagnostics
import Text

/// The text of a rule file, with its lines, so that byte offsets become places.
package struct SourceFile: Sendable {
  package let path: String
  /// Valid UTF-8: what was not stands as U+FFFD.
  let bytes: [UInt8]
  /// Where the first bytes that are no UTF-8 stood, nil where all were.
  let invalidOffset: Int?
  private let lineStarts: [Int]
  /// The lines without their ends; places share them, so that many places in one long line stay cheap.
  private let lines: [String]
  /// Code points before every `stride`th byte.
  private let codePoints: [Int]

  private static let stride = 64

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    invalidOffset =
      repaired == bytes
      ? nil : zip(bytes, repaired).prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
    self.bytes = repaired
    let starts =
      [0] + repaired.indices.filter { repaired[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    lineStarts = starts
    lines = starts.indices.map { index in
      let isLast = index + 1 == starts.count
      var line = repaired[starts[index]..<(isLast ? repaired.count : starts[index + 1] - 1)]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      return String(decoding: line, as: UTF8.self)
    }
    codePoints = Self.countCodePoints(repaired)
  }

  private static func countCodePoints(_ bytes: [UInt8]) -> [Int] {
    var counts: [Int] = []
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % stride == 0 { counts.append(count) }
    return counts
  }

  /// Code points before a byte. O(1).
  private func codePoints(before offset: Int) -> Int {
    let block = offset / Self.stride
    let rest = bytes[(block * Self.stride)..<offset]
    return codePoints[block] + rest.count { $0 & 0xC0 != 0x80 }
  }

  /// Where bytes `start..<end` stand: line, column and the text of the line. O(log lines).
  func location(_ start: Int, _ end: Int) -> SourceLocation {
    let line = max(0, lineStarts.partitioningIndex { $0 > start } - 1)
    let lineEnd = lineStarts[line] + lines[line].utf8.count
    let before = codePoints(before: start)
    return SourceLocation(
      path: path, line: line + 1,
      column: before - codePoints(before: lineStarts[line]) + 1,
      length: codePoints(before: max(start, min(end, lineEnd))) - before, lineText: lines[line])
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }
}
