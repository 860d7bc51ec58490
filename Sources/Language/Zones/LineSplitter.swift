import Text

/// Finds the lines of a plain text; lines broken to a width are put together again to paragraphs.
struct LineSplitter {
  let text: [UInt8]

  private struct Physical {
    var range: TextRange
    var followsBlank: Bool
    var isIndented: Bool
  }

  func lines() -> [TextRange] {
    let physical = physicalLines()
    guard isHardWrapped(physical) else { return physical.map(\.range) }
    var joined: [TextRange] = []
    for line in physical {
      if let last = joined.last, !line.followsBlank, !line.isIndented {
        joined[joined.count - 1] = TextRange(last.start, line.range.end)
      } else {
        joined.append(line.range)
      }
    }
    return joined
  }

  private func physicalLines() -> [Physical] {
    var found: [Physical] = []
    var followsBlank = false
    var start = 0
    while start < text.count {
      let end = TextBytes.firstIndex(of: 0x0A, in: text.span, from: start) ?? text.count
      if let range = trimmed(start, end) {
        found.append(
          Physical(
            range: range, followsBlank: followsBlank, isIndented: range.start >= start + 2))
        followsBlank = false
      } else {
        followsBlank = true
      }
      start = end + 1
    }
    return found
  }

  private func trimmed(_ start: Int, _ end: Int) -> TextRange? {
    var (start, end) = (start, end)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start < end ? TextRange(start, end) : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Most lines that do not end a paragraph are followed by one that goes on in lower case, and none is long.
  private func isHardWrapped(_ lines: [Physical]) -> Bool {
    let longest = lines.map(\.range.count).max() ?? 0
    guard lines.count >= 4, longest <= 120 else { return false }
    var pairs = 0
    var continued = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !next.followsBlank {
      pairs += 1
      let last = text[line.range.end - 1]
      let goesOn = isLower(text[next.range.start])
      let isOpen = last != UInt8(ascii: ".") && last != UInt8(ascii: ":")
      if isOpen && goesOn && line.range.count * 2 > longest { continued += 1 }
    }
    return pairs >= 3 && continued * 3 >= pairs
  }

  private func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
