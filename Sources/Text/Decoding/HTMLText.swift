/// Builds a page's text from its events: a line for each block, white space as a browser shows it.
struct HTMLText {
  /// Lines of one page at most.
  static let maximumLines = 1 << 16

  private struct Open {
    var name: String
    /// Name, `#id`, `.class`es, `[role]` and `[property]`, lower case.
    var labels: [String]
    var isSilent: Bool
  }

  private(set) var text: [UInt8] = []
  private(set) var blocks: [LayoutBlock] = []
  private var open: [Open] = []
  private var silent = 0
  private var links = 0
  private var preformatted = 0
  private var lineStart = 0
  private var linkedBytes = 0
  /// White space came since the last character.
  private var pendingSpace = false
  private var isPendingSpaceLinked = false
  /// The labels of the open elements, innermost first; nil after one opened or closed.
  private var context: [String]?

  var hasTooManyLines: Bool { blocks.count > Self.maximumLines }

  /// Inside an `svg`, a title is not the page's.
  var isInsideDrawing: Bool { open.contains { $0.name == "svg" } }

  mutating func start(_ name: String, labels: [String], isHidden: Bool) {
    if name == "br" || HTMLElement.blocks.contains(name) { endLine() }
    let isSilent = isHidden || HTMLElement.withoutText.contains(name)
    open.append(Open(name: name, labels: labels, isSilent: isSilent))
    if isSilent { silent += 1 }
    count(name, by: 1)
    context = nil
  }

  mutating func end(_ name: String) {
    // An end tag without a start is passed over; elements left open inside end with theirs.
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > index {
      let closed = open.removeLast()
      if HTMLElement.blocks.contains(closed.name) { endLine(inside: closed) }
      if closed.isSilent { silent -= 1 }
      count(closed.name, by: -1)
    }
    context = nil
  }

  private mutating func count(_ name: String, by step: Int) {
    if name == "a" { links += step }
    if name == "pre" { preformatted += step }
  }

  mutating func append(_ bytes: [UInt8]) {
    guard silent == 0 else { return }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A && preformatted > 0 {
        endLine()
        index += 1
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        setPendingSpace()
        index += 1
      } else {
        index = appendCharacters(bytes, from: index)
      }
    }
  }

  /// Appends up to the next white space; a no-break space counts as a space, invisible characters are dropped.
  private mutating func appendCharacters(_ bytes: [UInt8], from start: Int) -> Int {
    if bytes[start] == 0xC2, start + 1 < bytes.count {
      if bytes[start + 1] == 0xA0 { setPendingSpace() }
      if bytes[start + 1] == 0xA0 || bytes[start + 1] == 0xAD { return start + 2 }
    }
    if isInvisible(bytes, at: start) { return start + 3 }
    if pendingSpace && text.count > lineStart {
      text.append(0x20)
      if isPendingSpaceLinked { linkedBytes += 1 }
    }
    pendingSpace = false
    var index = start
    repeat {
      appendByte(bytes[index])
      index += 1
    } while index < bytes.count && !needsCare(bytes[index])
    return index
  }

  /// Space before a link is not the link's.
  private mutating func setPendingSpace() {
    if !pendingSpace { isPendingSpaceLinked = links > 0 }
    pendingSpace = true
  }

  private func needsCare(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xEF
  }

  /// U+200B (zero width space) and U+FEFF (byte order mark).
  private func isInvisible(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index + 2 < bytes.count else { return false }
    let (a, b, c) = (bytes[index], bytes[index + 1], bytes[index + 2])
    return (a == 0xE2 && b == 0x80 && c == 0x8B) || (a == 0xEF && b == 0xBB && c == 0xBF)
  }

  private mutating func appendByte(_ byte: UInt8) {
    text.append(byte)
    if links > 0 { linkedBytes += 1 }
  }

  private mutating func endLine(inside closed: Open? = nil) {
    pendingSpace = false
    guard text.count > lineStart else { return }
    if let closed {
      open.append(closed)
      context = nil
    }
    let range = TextRange(lineStart, text.count)
    let kind = open.lazy.reversed().compactMap { HTMLElement.kind(of: $0.name) }.first
    blocks.append(
      LayoutBlock(
        range: range, kind: kind ?? .other, linkedBytes: linkedBytes, context: currentContext()))
    if closed != nil { open.removeLast() }
    text.append(0x0A)
    lineStart = text.count
    linkedBytes = 0
  }

  /// Bounded, so that a hostile page of many short lines stays small.
  private mutating func currentContext() -> [String] {
    if let context { return context }
    var labels: [String] = []
    for element in open.reversed() where labels.count < 128 { labels += element.labels }
    context = labels
    return labels
  }

  /// Ends the page: closes what is open and drops the last line end.
  mutating func finish() {
    endLine()
    if text.last == 0x0A { text.removeLast() }
  }
}
