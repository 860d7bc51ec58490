/// Turns ICU's word segments into the tokens that news needs: abbreviations keep their stop, hyphenated words are
/// one, clitics are tokens of their own, white space is none.
struct TokenRepair {
  private let clitics: Set<String>
  /// The same in keys, those that keys hold.
  private let cliticKeys: Set<SpellingKey>
  private let abbreviations: AbbreviationList
  private let compoundNames: Set<String>
  /// Bytes that a clitic may take, its apostrophe being three at most.
  private let longestClitic: Int

  init(tables: TokenizerTables) {
    clitics = tables.clitics
    cliticKeys = Set(tables.clitics.map { SpellingKey($0) })
    abbreviations = AbbreviationList(tables.abbreviations.union(tables.titles))
    compoundNames = tables.compoundNames
    longestClitic = (tables.clitics.map(\.utf8.count).max() ?? 0) + 2
  }

  /// Adds a segment, which begins where the last one ended.
  func add(_ end: Int, of text: Span<UInt8>, to sequence: inout TokenSequence) {
    let range = TextRange(sequence.end, end)
    if text[range.start] == 0x20, range.count == 1 { return sequence.addSpace(to: end) }
    if TextBytes.isSpace(text, range) {
      return sequence.addSpace(to: end, lineBreaks: TextBytes.lineBreaks(text, range))
    }
    if !sequence.isAfterSpace, let left = sequence.open, mayJoin(text, left.range, range),
      joins(text, left, range)
    {
      sequence.join(to: end)
    } else {
      close(&sequence, of: text)
      sequence.open(to: end)
    }
  }

  /// Ends the token that a segment might have been joined to.
  func close(_ sequence: inout TokenSequence, of text: Span<UInt8>) {
    guard let token = sequence.close(), mayHoldApostrophe(text, token.range) else { return }
    splitClitics(text, of: &sequence.tokens)
  }

  // MARK: Joining

  /// Tells most pairs apart by one byte: only stops, hyphens and apostrophes join.
  private func mayJoin(_ text: Span<UInt8>, _ left: TextRange, _ right: TextRange) -> Bool {
    let first = text[right.start]
    if first == UInt8(ascii: ".") || first == UInt8(ascii: "-") || first == 0xE2 { return true }
    let last = text[left.end - 1]
    return last == UInt8(ascii: "-") || last == UInt8(ascii: "'") || last >= 0x80
  }

  private func joins(_ text: Span<UInt8>, _ token: Token, _ right: TextRange) -> Bool {
    let left = token.range
    if right.count == 1, text[right.start] == UInt8(ascii: ".") {
      return isAbbreviation(text, left)
    }
    if isClitic(text, token, right) { return true }
    if hyphenWidth(text, endingAt: right.end) == right.count {
      return isHyphenated(text, before: left.end - 1, after: right.end)
        && !partsNames(text, left, right)
    }
    let hyphen = hyphenWidth(text, endingAt: left.end)
    return hyphen > 0 && hyphen < left.count && isInWord(text[right.start])
  }

  /// An apostrophe and what follows it where ICU parts them: "U.S.'s", or the clitic alone in a literal.
  private func isClitic(_ text: Span<UInt8>, _ token: Token, _ right: TextRange) -> Bool {
    let left = token.range
    guard left.count <= 3, right.count < longestClitic, left.start == 0 || !token.spaceBefore
    else { return false }
    guard apostropheWidth(text, at: left.start, before: left.end) == left.count else {
      return false
    }
    return isListedClitic(text, TextRange(left.start, right.end))
  }

  /// "Wen-hsiung", "U.S.-led", "40-year" and "F-16" are one token; "14-18", "26-March", "mid-2016" and a dash with
  /// space beside it are not, as dates are made of them.
  private func isHyphenated(_ text: Span<UInt8>, before last: Int, after next: Int) -> Bool {
    guard next < text.count, isInWord(text[last]) else { return false }
    if TextBytes.isDigit(text[next]) { return TextBytes.isUpper(text[last]) }
    guard TextBytes.isLetter(text[next]) else { return false }
    return !(TextBytes.isDigit(text[last]) && TextBytes.isUpper(text[next]))
  }

  /// Whether a hyphen stands between two names of which the first keeps apart: "U.S.-Japan", but not "Guinea-Bissau".
  private func partsNames(_ text: Span<UInt8>, _ left: TextRange, _ hyphen: TextRange) -> Bool {
    guard TextBytes.isUpper(text[hyphen.end]), !compoundNames.isEmpty,
      compoundNames.contains(TextBytes.folded(text, left))
    else { return false }
    var end = hyphen.end
    while end < text.count, TextBytes.isLetter(text[end]) { end += 1 }
    return !compoundNames.contains(TextBytes.folded(text, TextRange(left.start, end)))
  }

  /// Bytes of the hyphen (`-`, U+2010 or U+2011) that ends at `end`, 0 for anything else.
  private func hyphenWidth(_ text: Span<UInt8>, endingAt end: Int) -> Int {
    if text[end - 1] == UInt8(ascii: "-") { return 1 }
    guard end > 2, text[end - 1] == 0x90 || text[end - 1] == 0x91 else { return 0 }
    return text[end - 3] == 0xE2 && text[end - 2] == 0x80 ? 3 : 0
  }

  private func isInWord(_ byte: UInt8) -> Bool {
    TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || byte == UInt8(ascii: ".")
  }

  /// Single letters parted by stops, an initial after "J.-", or an abbreviation of the tables.
  private func isAbbreviation(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    if range.count == 1 { return TextBytes.isUpper(text[range.start]) || isListed(text, range) }
    guard range.count <= Self.longestAbbreviation else { return false }
    if TextBytes.isUpper(text[range.end - 1]), text[range.end - 2] == UInt8(ascii: "-") {
      return range.count > 2 && text[range.end - 3] == UInt8(ascii: ".")
    }
    return isDotted(text, range) || isListed(text, range)
  }

  private func isListed(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    abbreviations.contains(text, range)
  }

  /// "U.S", "a.m": letters and stops in turn.
  private func isDotted(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    guard range.count > 2, range.count % 2 == 1 else { return false }
    for offset in 0..<range.count {
      let byte = text[range.start + offset]
      let fits =
        offset % 2 == 1
        ? byte == UInt8(ascii: ".") : byte < 0x80 && TextBytes.isLetter(byte)
      if !fits { return false }
    }
    return true
  }

  /// Bytes of the longest abbreviation that is looked up.
  private static let longestAbbreviation = 16

  // MARK: Splitting

  /// Cuts the clitics from the end of the last token: one, or two as in "couldn't've".
  private func splitClitics(_ text: Span<UInt8>, of tokens: inout [Token]) {
    let last = tokens.count - 1
    for _ in 0..<Self.mostClitics {
      let range = tokens[last].range
      guard let cut = cliticStart(text, range) else { return }
      tokens[last].range.end = cut
      tokens.insert(
        Token(
          range: TextRange(cut, range.end), id: TokenID(0), spaceBefore: false,
          lineBreaksBefore: 0), at: last + 1)
    }
  }

  private static let mostClitics = 2

  /// Tells most tokens by two blocks: there is no apostrophe in them, and no long code point that may be one.
  private func mayHoldApostrophe(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    let mark = UInt8(ascii: "'")
    guard range.count <= 2 * ByteBlock.size, let first = ByteBlock(text, at: range.start)
    else { return true }
    let start = first.prefix(range.count)
    if start.equal(to: mark) | start.wide != 0 { return true }
    guard range.count > ByteBlock.size else { return false }
    guard let second = ByteBlock(text, at: range.start + ByteBlock.size) else { return true }
    let rest = second.prefix(range.count - ByteBlock.size)
    return rest.equal(to: mark) | rest.wide != 0
  }

  /// Where a clitic begins inside a token, nil where there is none or nothing stands before it.
  private func cliticStart(_ text: Span<UInt8>, _ range: TextRange) -> Int? {
    guard range.count > 1 else { return nil }
    let earliest = max(range.start, range.end - longestClitic)
    var index = range.end - 2
    while index >= earliest {
      if apostropheWidth(text, at: index, before: range.end) > 0 {
        return cliticStart(text, range, apostrophe: index)
      }
      index -= 1
    }
    return nil
  }

  /// The clitic at the apostrophe or, as in "n't", a letter before it.
  private func cliticStart(_ text: Span<UInt8>, _ range: TextRange, apostrophe: Int) -> Int? {
    for start in [apostrophe - 1, apostrophe] where start > range.start {
      if isListedClitic(text, TextRange(start, range.end)) { return start }
    }
    return nil
  }

  private func isListedClitic(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    let key = SpellingKey(text, range)
    return key.isASCII
      ? cliticKeys.contains(key.lowercased)
      : clitics.contains(TextBytes.folded(text, range).lowercased())
  }

  /// Bytes of the apostrophe (`'`, U+2018 or U+2019) at `index`, 0 for anything else.
  private func apostropheWidth(_ text: Span<UInt8>, at index: Int, before end: Int) -> Int {
    if text[index] == UInt8(ascii: "'") { return 1 }
    guard text[index] == 0xE2, index + 2 < end, text[index + 1] == 0x80 else { return 0 }
    return text[index + 2] == 0x98 || text[index + 2] == 0x99 ? 3 : 0
  }
}
