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
    switch spelling(index) {
    case "-", "*", "•": return next.spaceBefore
    default:
      return vocabulary.shape(tokens[index].id).kind == .number && !next.spaceBefore
        && [".", ")"].contains(spelling(index + 1)) && index + 2 < tokens.count
        && tokens[index + 2].spaceBefore
    }
  }

  // MARK: Marks

  private func endsSentence(before index: Int, lineStart: Int) -> Bool {
    guard mayEnd(text[tokens[index - 1].range.end - 1]), opensSentence(index) else { return false }
    var last = index - 1
    while last > 0, Self.closing.contains(spelling(last)), !tokens[last].spaceBefore { last -= 1 }
    let word = spelling(last)
    switch word {
    case "!", "?", "…": return true
    case ".": return !(last == lineStart + 1 && isListMark(lineStart))
    default: return word.hasSuffix(".") && endsAfterAbbreviation(word.dropLast(), before: index)
    }
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
    case .punctuation: return !Self.neverFirst.contains(spelling(index))
    }
  }

  /// "U.S. The talks …" ends a sentence, "U.S. President", "Mr. Xi" and "J. Smith" do not.
  private func endsAfterAbbreviation(_ word: Substring, before index: Int) -> Bool {
    if titles.contains(String(word)) { return false }
    var opener = index
    while opener + 1 < tokens.count, opener - index < 2, Self.opening.contains(spelling(opener)) {
      opener += 1
    }
    return openers.contains(
      vocabulary.spelling(vocabulary.folded(tokens[opener].id)))
  }

  private func spelling(_ index: Int) -> String { vocabulary.spelling(tokens[index].id) }

  /// Marks that may follow a sentence's stop; quotes have been folded.
  private static let closing = ["\"", "'", ")", "]", "»"]
  private static let opening = ["\"", "'", "(", "[", "«"]
  /// Marks that no sentence begins with.
  private static let neverFirst = [".", ",", ";", ":", "!", "?", ")", "]", "}", "»", "…", "/", "%"]
}
