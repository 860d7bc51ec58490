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
    var sequence = TokenSequence(bytes: text.count)
    var ends: [Int32] = []
    while sequence.end < text.count {
      if sequence.isAfterSpace,
        let end = WordScanner.endOfPlainWord(of: text.span, from: sequence.end)
      {
        repair.close(&sequence, of: text.span)
        sequence.add(wordTo: end)
        continue
      }
      ends.removeAll(keepingCapacity: true)
      breaker.appendBoundaries(of: text.span, from: sequence.end, to: &ends)
      for end in ends { repair.add(Int(end), of: text.span, to: &sequence) }
    }
    repair.close(&sequence, of: text.span)
    vocabulary.intern(&sequence.tokens, of: text.span)
    return sequence.tokens
  }
}
