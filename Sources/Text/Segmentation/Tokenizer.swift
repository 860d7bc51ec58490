package import Diagnostics

/// Cuts text into tokens and sentences: ICU's word boundaries, repaired by a language's tables.
///
/// One per worker. Linear in the length of the text.
package final class Tokenizer {
  let tables: TokenizerTables
  private let breaker: WordBreaker

  package init(tables: TokenizerTables, locale: String) throws(Diagnostic) {
    self.tables = tables
    breaker = try WordBreaker(locale: locale)
  }

  /// Tokens and sentences of a text of valid UTF-8.
  package func segment(_ text: [UInt8], into vocabulary: inout Vocabulary) -> SegmentedText {
    let tokens = tokenize(text, into: &vocabulary)
    let finder = SentenceFinder(tables: tables, text: text, tokens: tokens, vocabulary: vocabulary)
    return SegmentedText(tokens: tokens, sentences: finder.sentences())
  }

  /// The token ids of a literal of a rule or a list, cut as text is cut.
  package func tokens(of literal: String, into vocabulary: inout Vocabulary) -> [TokenID] {
    tokenize(Array(literal.utf8), into: &vocabulary).map(\.id)
  }

  private func tokenize(_ text: [UInt8], into vocabulary: inout Vocabulary) -> [Token] {
    var repair = TokenRepair(tables: tables, text: text)
    for end in breaker.boundaries(of: text) { repair.add(segmentEnd: Int(end)) }
    var tokens: [Token] = []
    tokens.reserveCapacity(repair.pieces.count)
    for piece in repair.finish() {
      let id = vocabulary.intern(text[piece.range.start..<piece.range.end])
      tokens.append(
        Token(
          range: piece.range, id: id, spaceBefore: piece.spaceBefore || tokens.isEmpty,
          lineBreaksBefore: piece.lineBreaksBefore))
    }
    return tokens
  }
}
