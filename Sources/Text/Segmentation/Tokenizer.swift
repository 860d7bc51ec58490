package import Diagnostics

/// Cuts text into tokens and sentences: ICU's word boundaries, repaired by a language's tables.
///
/// One per worker. Linear in the length of the text.
package final class Tokenizer {
  let tables: TokenizerTables
  private let breaker: WordBreaker
  private let repair: TokenRepair
  private let titles: AbbreviationList

  package init(tables: TokenizerTables, locale: String) throws(Diagnostic) {
    self.tables = tables
    breaker = try WordBreaker(locale: locale)
    repair = TokenRepair(tables: tables)
    titles = AbbreviationList(tables.titles)
  }

  /// Tokens and sentences of a text of valid UTF-8.
  package func segment(_ text: [UInt8], into vocabulary: inout Vocabulary) -> SegmentedText {
    let tokens = tokenize(text, into: &vocabulary)
    let finder = SentenceFinder(
      titles: titles, openers: tables.openers, text: text, tokens: tokens, vocabulary: vocabulary)
    return SegmentedText(tokens: tokens, sentences: finder.sentences())
  }

  /// The token ids of a literal of a rule or a list, cut as text is cut.
  package func tokens(of literal: String, into vocabulary: inout Vocabulary) -> [TokenID] {
    tokenize(Array(literal.utf8), into: &vocabulary).map(\.id)
  }

  private func tokenize(_ text: [UInt8], into vocabulary: inout Vocabulary) -> [Token] {
    let ends = breaker.boundaries(of: text.span)
    var tokens = repair.tokens(of: text.span, ends: ends.span)
    vocabulary.intern(&tokens, of: text.span)
    return tokens
  }
}
