package import Text

/// Finds the time expressions of a text by a language's time words. One per worker and vocabulary; linear in the
/// number of tokens.
package struct TimeRecognizer: Sendable {
  package let words: TimeWords
  /// By token id: index into `known` plus one, 0 for a word that says nothing of time, -1 for one not yet seen.
  private var slots: [Int32] = []
  private var known: [TimeWord] = []

  package init(words: TimeWords) { self.words = words }

  /// The expressions among the tokens of `range`, in order and disjoint.
  package mutating func expressions(
    in text: SegmentedText, _ vocabulary: Vocabulary, within range: TokenRange
  ) -> [TimeExpression] {
    learn(vocabulary)
    let names = ambiguousNames(in: text, vocabulary, within: range)
    var result: [TimeExpression] = []
    for index in firstSentence(of: text, from: range.start)..<text.sentences.count {
      let sentence = text.sentences[index]
      if sentence.start >= range.end { break }
      let part = TokenRange(max(sentence.start, range.start), min(sentence.end, range.end))
      guard part.indices.contains(where: { slots[id(text, $0)] > 0 }) else { continue }
      let tokens = part.indices.map { scanned(text.tokens[$0], vocabulary) }
      let scanner = TimeScanner(tokens: tokens, hasAmbiguousNames: names)
      result += scanner.expressions(offset: part.start)
    }
    return result
  }

  private mutating func learn(_ vocabulary: Vocabulary) {
    for raw in slots.count..<max(slots.count, vocabulary.count) {
      let folded = vocabulary.folded(TokenID(UInt32(raw)))
      let word = words.word(vocabulary.spelling(folded))
      if word.isEmpty {
        slots.append(0)
      } else {
        known.append(word)
        slots.append(Int32(known.count))
      }
    }
  }

  /// The first sentence that ends after a token; bisection.
  private func firstSentence(of text: SegmentedText, from token: Int) -> Int {
    var (low, high) = (0, text.sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].end <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func id(_ text: SegmentedText, _ token: Int) -> Int {
    Int(text.tokens[token].id.rawValue)
  }

  private func scanned(_ token: Token, _ vocabulary: Vocabulary) -> ScannedToken {
    let shape = vocabulary.shape(token.id)
    let bytes = vocabulary.bytes(token.id)
    let slot = slots[Int(token.id.rawValue)]
    return ScannedToken(
      word: slot > 0 ? known[Int(slot) - 1] : TimeWord(),
      mark: bytes.count == 1 && shape.kind != .word ? bytes.first ?? 0 : 0,
      kind: shape.kind, letterCase: shape.letterCase, spaceBefore: token.spaceBefore)
  }

  /// Whether somebody in the text bears a month's name: "Theresa May".
  private func ambiguousNames(
    in text: SegmentedText, _ vocabulary: Vocabulary, within range: TokenRange
  ) -> Bool {
    range.indices.dropFirst().contains { index in
      let slot = slots[id(text, index)]
      guard slot > 0, known[Int(slot) - 1].has(.ambiguous), known[Int(slot) - 1].month != nil,
        vocabulary.shape(text.tokens[index].id).letterCase == .capitalized,
        slots[id(text, index - 1)] == 0
      else { return false }
      return vocabulary.shape(text.tokens[index - 1].id).letterCase == .capitalized
    }
  }
}

/// A token as the scanner sees it.
struct ScannedToken {
  var word: TimeWord
  /// The byte of a token of one ASCII mark, else 0.
  var mark: UInt8
  var kind: TokenShape.Kind
  var letterCase: TokenShape.LetterCase
  var spaceBefore: Bool
}
