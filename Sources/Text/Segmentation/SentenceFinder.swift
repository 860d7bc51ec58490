/// Finds the ends of sentences among tokens, by the marks that end them and the layout of lines.
struct SentenceFinder {
  private let titles: AbbreviationList
  private let openers: Set<String>
  private let text: [UInt8]
  private let tokens: [Token]
  private let vocabulary: Vocabulary
  private let wrapping: LineWrapping

  init(
    titles: AbbreviationList, openers: Set<String>, text: [UInt8], tokens: [Token],
    vocabulary: Vocabulary
  ) {
    self.titles = titles
    self.openers = openers
    self.text = text
    self.tokens = tokens
    self.vocabulary = vocabulary
    wrapping = LineWrapping(text: text.span, tokens: tokens)
  }

  /// The sentences in order; they cover every token.
  func sentences() -> [TokenRange] {
    var result: [TokenRange] = []
    var start = 0
    var lineStart = 0
    for index in tokens.indices.dropFirst() where tokens[index].spaceBefore {
      if breaksLine(before: index, lineStart: lineStart)
        || endsSentence(before: index, lineStart: lineStart)
      {
        result.append(TokenRange(start, index))
        start = index
      }
      if tokens[index].lineBreaksBefore > 0 { lineStart = index }
    }
    if start < tokens.count { result.append(TokenRange(start, tokens.count)) }
    return result
  }

  // MARK: Lines

  /// A blank line ends a sentence; a line end does, unless the line was wrapped or the next goes on in lower case.
  private func breaksLine(before index: Int, lineStart: Int) -> Bool {
    switch tokens[index].lineBreaksBefore {
    case 0: return false
    case 1:
      if isListMark(index) { return true }
      if vocabulary.shape(tokens[index].id).letterCase == .lower { return false }
      return !wrapping.isWrapped(text.span, tokens, line: lineStart, index)
    default: return true
    }
  }

  /// "- ", "* " and "• " at a line's start, also "1. " and "2) ".
  private func isListMark(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    if Marks.bullets.contains(key(index)) { return next.spaceBefore }
    return vocabulary.shape(tokens[index].id).kind == .number && !next.spaceBefore
      && Marks.afterNumbers.contains(key(index + 1)) && index + 2 < tokens.count
      && tokens[index + 2].spaceBefore
  }

  // MARK: Marks

  private func endsSentence(before index: Int, lineStart: Int) -> Bool {
    guard mayEnd(text[tokens[index - 1].range.end - 1]), opensSentence(index) else { return false }
    var last = index - 1
    while last > 0, Marks.closing.contains(key(last)), !tokens[last].spaceBefore { last -= 1 }
    let word = key(last)
    if word == Marks.stop { return !(last == lineStart + 1 && isListMark(lineStart)) }
    if Marks.ends.contains(word) { return true }
    let spelling = vocabulary.range(tokens[last].id)
    return vocabulary.arena[spelling.end - 1] == UInt8(ascii: ".")
      && endsAfterAbbreviation(TextRange(spelling.start, spelling.end - 1), before: index)
  }

  /// Tells most tokens by their last byte; longer code points may be quotation marks.
  private func mayEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      return true
    default: return byte >= 0x80
    }
  }

  /// A sentence begins with a capital, a number, an opening mark, a dash or a symbol.
  private func opensSentence(_ index: Int) -> Bool {
    let shape = vocabulary.shape(tokens[index].id)
    switch shape.kind {
    case .word: return shape.letterCase != .lower
    case .number, .symbol: return true
    case .punctuation: return !Marks.neverFirst.contains(key(index))
    }
  }

  /// "U.S. The talks …" ends a sentence, "U.S. President", "Mr. Xi" and "J. Smith" do not; the abbreviation is given
  /// by its range in the vocabulary's arena, without its stop.
  private func endsAfterAbbreviation(_ word: TextRange, before index: Int) -> Bool {
    if titles.contains(vocabulary.arena.span, word) { return false }
    var opener = index
    while opener + 1 < tokens.count, opener - index < 2, Marks.opening.contains(key(opener)) {
      opener += 1
    }
    return openers.contains(
      vocabulary.spelling(vocabulary.folded(tokens[opener].id)))
  }

  /// The key of a token's spelling, from the text where nothing is folded.
  private func key(_ index: Int) -> SpellingKey {
    let key = SpellingKey(text.span, tokens[index].range)
    return key.isASCII ? key : vocabulary.key(tokens[index].id)
  }

  /// Spellings of marks; quotes have been folded.
  private enum Marks {
    static let stop = SpellingKey(".")
    static let ends = keys(["!", "?", "…"])
    /// Those that may follow a sentence's stop.
    static let closing = keys(["\"", "'", ")", "]", "»"])
    static let opening = keys(["\"", "'", "(", "[", "«"])
    /// Those that no sentence begins with.
    static let neverFirst = keys([
      ".", ",", ";", ":", "!", "?", ")", "]", "}", "»", "…", "/", "%",
    ])
    static let bullets = keys(["-", "*", "•"])
    /// Those between an item's number and its text.
    static let afterNumbers = keys([".", ")"])

    private static func keys(_ marks: [String]) -> [SpellingKey] { marks.map { SpellingKey($0) } }
  }
}
