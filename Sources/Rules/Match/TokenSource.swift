import Text

/// The tokens of a document and what they are called by.
struct TokenSource {
  let tokens: [Token]
  let vocabulary: Vocabulary

  init(_ document: MatchDocument) {
    tokens = document.text.tokens
    vocabulary = document.vocabulary
  }
}
