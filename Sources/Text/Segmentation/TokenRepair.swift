/// Turns ICU's word segments into the tokens that news needs: abbreviations keep their stop, hyphenated words are
/// one, clitics are tokens of their own, white space is none.
struct TokenRepair {
  struct Piece {
    var range: TextRange
    var spaceBefore: Bool
    var lineBreaksBefore: Int
  }

  private let tables: TokenizerTables
  private let text: [UInt8]
  private(set) var pieces: [Piece] = []
  private var start = 0
  private var space = false
  private var lineBreaks = 0

  init(tables: TokenizerTables, text: [UInt8]) {
    self.tables = tables
    self.text = text
  }

  /// Takes ICU's next segment, which ends at byte `end`.
  mutating func add(segmentEnd end: Int) {
    let range = TextRange(start, end)
    start = end
    if isSpace(range) {
      space = true
      lineBreaks += text[range.start..<range.end].count { $0 == UInt8(ascii: "\n") }
      return
    }
    if !space, let last = pieces.last, joins(last.range, range) {
      pieces[pieces.count - 1].range.end = end
    } else {
      pieces.append(Piece(range: range, spaceBefore: space, lineBreaksBefore: lineBreaks))
    }
    space = false
    lineBreaks = 0
  }

  /// The tokens, clitics parted.
  func finish() -> [Piece] {
    var result: [Piece] = []
    result.reserveCapacity(pieces.count)
    for piece in pieces { appendSplit(piece, to: &result) }
    return result
  }

  private func isSpace(_ range: TextRange) -> Bool {
    let bytes = text[range.start..<range.end]
    if bytes.allSatisfy({ $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) { return true }
    guard bytes.count <= 3, bytes.first.map({ $0 >= 0xC2 }) ?? false else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars
      .allSatisfy { $0.properties.isWhitespace }
  }

  // MARK: Joining

  private func joins(_ left: TextRange, _ right: TextRange) -> Bool {
    if right.count == 1, text[right.start] == UInt8(ascii: ".") { return isAbbreviation(left) }
    if isClitic(left, right) { return true }
    if isHyphen(right) { return isWordByte(text[left.end - 1]) && isHyphenated(after: right.end) }
    return endsWithHyphen(left) && isLetterByte(text[right.start]) && left.count > 1
  }

  /// An apostrophe and what follows it where ICU parts them: "U.S.'s", or the clitic alone in a literal.
  private func isClitic(_ left: TextRange, _ right: TextRange) -> Bool {
    guard left.count <= 3, right.count <= 3, lastApostrophe(left) == left.start else {
      return false
    }
    let folded = PunctuationFolding.fold(text[left.start..<right.end])
    return tables.clitics.contains(String(decoding: folded, as: UTF8.self).lowercased())
  }

  /// "Wen-hsiung", "U.S.-led" are one token; "14-18" and a dash with space beside it are not.
  private func isHyphenated(after end: Int) -> Bool {
    end < text.count && isLetterByte(text[end])
  }

  private func isHyphen(_ range: TextRange) -> Bool {
    if range.count == 1 { return text[range.start] == UInt8(ascii: "-") }
    return range.count == 3 && text[range.start] == 0xE2 && text[range.start + 1] == 0x80
      && (0x90...0x91).contains(text[range.start + 2])
  }

  private func endsWithHyphen(_ range: TextRange) -> Bool {
    if text[range.end - 1] == UInt8(ascii: "-") { return true }
    return range.count > 3 && isHyphen(TextRange(range.end - 3, range.end))
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isLetterByte(byte) || byte == UInt8(ascii: ".") || (0x30...0x39).contains(byte)
  }

  private func isLetterByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func isAbbreviation(_ range: TextRange) -> Bool {
    let bytes = text[range.start..<range.end]
    if bytes.count == 1 { return bytes.first.map { (0x41...0x5A).contains($0) } ?? false }
    guard bytes.count <= Self.longestAbbreviation else { return false }
    if bytes.contains(UInt8(ascii: ".")), bytes.allSatisfy(isWordByte), isDotted(bytes) {
      return true
    }
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    return tables.titles.contains(word) || tables.abbreviations.contains(word)
  }

  /// Single letters parted by stops: "U.S", "a.m".
  private func isDotted(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: UInt8(ascii: ".")).allSatisfy {
      $0.count == 1 && isLetterByte($0.first ?? 0)
    }
  }

  /// Bytes of the longest abbreviation that is looked up.
  private static let longestAbbreviation = 16

  // MARK: Splitting

  private func appendSplit(_ piece: Piece, to result: inout [Piece]) {
    guard let cut = cliticStart(piece.range) else { return result.append(piece) }
    result.append(
      Piece(
        range: TextRange(piece.range.start, cut), spaceBefore: piece.spaceBefore,
        lineBreaksBefore: piece.lineBreaksBefore))
    result.append(
      Piece(range: TextRange(cut, piece.range.end), spaceBefore: false, lineBreaksBefore: 0))
  }

  /// Where a clitic begins inside a token, nil where there is none or nothing stands before it.
  private func cliticStart(_ range: TextRange) -> Int? {
    guard range.count <= 64, let apostrophe = lastApostrophe(range) else { return nil }
    for start in [apostrophe - 1, apostrophe] where start > range.start {
      let folded = PunctuationFolding.fold(text[start..<range.end])
      if tables.clitics.contains(String(decoding: folded, as: UTF8.self).lowercased()) {
        return start
      }
    }
    return nil
  }

  private func lastApostrophe(_ range: TextRange) -> Int? {
    let bytes = text[range.start..<range.end]
    if let plain = bytes.lastIndex(of: UInt8(ascii: "'")) { return plain }
    guard let curly = bytes.lastIndex(of: 0xE2), curly + 2 < range.end else { return nil }
    return text[curly + 1] == 0x80 && (0x98...0x99).contains(text[curly + 2]) ? curly : nil
  }
}
