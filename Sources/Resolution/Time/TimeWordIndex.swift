import Text

/// The time words of a vocabulary's tokens, each looked up once per distinct spelling.
struct TimeWordIndex: Sendable {
  let words: TimeWords
  /// By token id.
  private var forms: [TimeForm] = []
  /// Distinct words by their number; the first says nothing.
  private var known = [TimeWord()]

  init(_ words: TimeWords) { self.words = words }

  /// Learns the tokens of a stretch. O(tokens), and a look-up for each spelling that is new.
  mutating func learn(_ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary) {
    let missing = vocabulary.count - forms.count
    if missing > 0 { forms += repeatElement(.unseen, count: missing) }
    for token in tokens where forms[Int(token.id.rawValue)].word < 0 {
      forms[Int(token.id.rawValue)] = form(of: token.id, vocabulary)
    }
  }

  /// The form of a token that has been learned.
  func form(of token: TokenID) -> TimeForm { forms[Int(token.rawValue)] }

  /// What a form says of time.
  func word(_ form: TimeForm) -> TimeWord { known[Int(form.word)] }

  private mutating func form(of token: TokenID, _ vocabulary: Vocabulary) -> TimeForm {
    let shape = vocabulary.shape(token)
    let bytes = vocabulary.bytes(token)
    let word = words.word(vocabulary.bytes(vocabulary.folded(token)))
    return TimeForm(
      word: number(of: word),
      mark: bytes.count == 1 && shape.kind != .word ? bytes.first ?? 0 : 0, kind: shape.kind,
      letterCase: shape.letterCase, opening: .init(of: word, shape))
  }

  private mutating func number(of word: TimeWord) -> Int32 {
    guard !word.isEmpty else { return 0 }
    known.append(word)
    return Int32(truncatingIfNeeded: known.count - 1)
  }
}
