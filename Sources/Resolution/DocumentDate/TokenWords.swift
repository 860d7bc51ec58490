import Text

/// The time words of a document's tokens.
final class TokenWords {
  private let tokens: [Token]
  private let vocabulary: Vocabulary
  private let words: TimeWordIndex

  init(_ input: DocumentDateInput, _ words: TimeWordIndex) {
    tokens = input.text.tokens
    vocabulary = input.vocabulary
    self.words = words
  }

  /// What a token says of time; nothing where there is none.
  func word(_ token: Int) -> TimeWord {
    tokens.indices.contains(token) ? words.word(tokens[token].id, vocabulary) : TimeWord()
  }

  /// Whether a token counts the years since something.
  func countsYears(_ token: Int) -> Bool {
    let opening = words.opening(of: tokens[token].id)
    return opening.contains(.known)
      ? opening.contains(.countsYears) : word(token).has(.anniversary)
  }

  func isComma(_ token: Int) -> Bool { isMark(",", token) }

  func isMark(_ mark: Unicode.Scalar, _ token: Int) -> Bool {
    guard tokens.indices.contains(token) else { return false }
    let bytes = vocabulary.bytes(tokens[token].id)
    return bytes.count == 1 && bytes.first == UInt8(ascii: mark)
  }
}
