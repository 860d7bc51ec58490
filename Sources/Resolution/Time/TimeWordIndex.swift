import Text

/// The time words of a vocabulary's tokens, each looked up once per distinct spelling.
struct TimeWordIndex: Sendable {
  private let words: TimeWords
  private(set) var forms: TimeForms
  /// By token id; they stand apart from the forms, as they are read for every token of a text.
  private var openings: [TimeForm.Opening] = []

  init(_ words: TimeWords) {
    self.words = words
    forms = TimeForms(listed: words.listed, holidays: words.holidays)
  }

  /// Makes room for as many tokens.
  mutating func grow(to count: Int) {
    openings += repeatElement([], count: forms.grow(to: count))
  }

  /// What a token may do where an expression begins; it is looked up where it has not been seen. There must be room
  /// for it.
  mutating func opening(of token: TokenID, _ vocabulary: Vocabulary) -> TimeForm.Opening {
    let opening = openings[Int(token.rawValue)]
    return opening.isEmpty ? learn(token, vocabulary) : opening
  }

  /// What a token may do where an expression begins; nothing where it has not been looked up.
  func opening(of token: TokenID) -> TimeForm.Opening {
    let place = Int(token.rawValue)
    return place < openings.count ? openings[place] : []
  }

  /// What a token says of time, whether it has been learned or not.
  func word(_ token: TokenID, _ vocabulary: Vocabulary) -> TimeWord {
    let form = forms.form(of: token)
    return form.word < 0
      ? words.word(vocabulary.bytes(vocabulary.folded(token))) : forms.word(form)
  }

  private mutating func learn(
    _ token: TokenID, _ vocabulary: Vocabulary
  ) -> TimeForm.Opening {
    let shape = vocabulary.shape(token)
    let mark = shape.length == 1 && shape.kind != .word ? vocabulary.bytes(token).first ?? 0 : 0
    let number = number(of: vocabulary.bytes(vocabulary.folded(token)))
    let form = TimeForm(
      word: Int32(truncatingIfNeeded: number), mark: mark < 0x80 ? mark : 0, kind: shape.kind,
      letterCase: shape.letterCase)
    forms.set(form, of: token)
    let opening =
      form.isPlain ? TimeForm.Opening.known : .init(of: forms.word(form), form)
    openings[Int(token.rawValue)] = opening
    return opening
  }

  private mutating func number(of spelling: ArraySlice<UInt8>) -> Int {
    if let listed = words.number(of: spelling) { return listed + 1 }
    guard let word = words.unlisted(spelling), !word.isEmpty else { return 0 }
    return forms.add(word)
  }
}
