/// Finds the ends of sentences among tokens, by the marks that end them and the layout of lines.
struct SentenceFinder {
  private let tables: TokenizerTables
  private let text: [UInt8]
  private let tokens: [Token]
  private let vocabulary: Vocabulary

  init(tables: TokenizerTables, text: [UInt8], tokens: [Token], vocabulary: Vocabulary) {
    self.tables = tables
    self.text = text
    self.tokens = tokens
    self.vocabulary = vocabulary
  }

  /// The sentences in order; they cover every token.
  func sentences() -> [TokenRange] {
    var result: [TokenRange] = []
    var start = 0
    var lineStart = 0
    for index in tokens.indices {
      if index > start, breaksLine(before: index, lineStart: lineStart) {
        result.append(TokenRange(start, index))
        start = index
      } else if index > start, endsSentence(before: index) {
        result.append(TokenRange(start, index))
        start = index
      }
      if tokens[index].lineBreaksBefore > 0 { lineStart = index }
    }
    if start < tokens.count { result.append(TokenRange(start, tokens.count)) }
    return result
  }

  /// A blank line ends a sentence; a line end does, unless the line was wrapped at a fixed width.
  private func breaksLine(before index: Int, lineStart: Int) -> Bool {
    switch tokens[index].lineBreaksBefore {
    case 0: return false
    case 1:
      let width = tokens[index - 1].range.end - tokens[lineStart].range.start
      return !Self.wrappedWidths.contains(width) || isListMark(index)
    default: return true
    }
  }

  /// Bytes of a line that was wrapped at a fixed width, as old wire copy is.
  private static let wrappedWidths = 55...85

  private func isListMark(_ index: Int) -> Bool {
    let bytes = vocabulary.bytes(tokens[index].id)
    return bytes.count == 1
      && (bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "*"))
  }

  private func endsSentence(before index: Int) -> Bool {
    guard tokens[index].spaceBefore, opensSentence(index) else { return false }
    var last = index - 1
    while last > 0, isClosing(last), !tokens[last].spaceBefore { last -= 1 }
    let bytes = vocabulary.bytes(tokens[last].id)
    switch bytes.last {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    case UInt8(ascii: "."): return bytes.count == 1 || endsAfterAbbreviation(bytes, before: index)
    default: return Array(bytes) == Array("…".utf8)
    }
  }

  private func isClosing(_ index: Int) -> Bool {
    let bytes = vocabulary.bytes(tokens[index].id)
    guard bytes.count == 1, let byte = bytes.first else { return false }
    return [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]")]
      .contains(byte)
  }

  /// A sentence begins with a capital, a number, a quotation mark or a bracket.
  private func opensSentence(_ index: Int) -> Bool {
    let shape = vocabulary.shape(tokens[index].id)
    switch shape.kind {
    case .word: return shape.letterCase != .lower
    case .number, .punctuation, .symbol: return true
    }
  }

  /// "U.S. The talks …" ends a sentence, "U.S. President", "Mr. Xi" and "J. Smith" do not.
  private func endsAfterAbbreviation(_ bytes: ArraySlice<UInt8>, before index: Int) -> Bool {
    let word = String(decoding: bytes.dropLast(), as: UTF8.self).lowercased()
    if tables.titles.contains(word) || word.utf8.count == 1 { return false }
    return tables.openers.contains(vocabulary.spelling(vocabulary.folded(tokens[index].id)))
  }
}
