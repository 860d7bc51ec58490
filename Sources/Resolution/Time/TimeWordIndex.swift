import Text

/// The time words of a vocabulary's tokens, each looked up once per distinct spelling.
struct TimeWordIndex: Sendable {
  private let words: TimeWords
  /// By token id; the openings stand apart, as they are read for every token of a text.
  private var forms: [TimeForm] = []
  private var openings: [TimeForm.Opening] = []
  /// Words by their number: the first says nothing, then come those that are listed and others as tokens bring them.
  private var known: [TimeWord]

  init(_ words: TimeWords) {
    self.words = words
    known = [TimeWord()] + words.listed
  }

  /// What a token may do where an expression begins; it is looked up where it has not been seen.
  mutating func opening(of token: TokenID, _ vocabulary: Vocabulary) -> TimeForm.Opening {
    let place = Int(token.rawValue)
    if place < openings.count, openings[place].contains(.known) { return openings[place] }
    return learn(token, vocabulary)
  }

  /// The same of a token that has been looked up; nothing of another.
  func opening(of token: TokenID) -> TimeForm.Opening {
    let place = Int(token.rawValue)
    return place < openings.count ? openings[place] : []
  }

  /// The form of a token, `unseen` where it has not been learned.
  func form(of token: TokenID) -> TimeForm {
    let place = Int(token.rawValue)
    return place < forms.count ? forms[place] : .unseen
  }

  /// What a form that has been learned says of time.
  func word(_ form: TimeForm) -> TimeWord { known[Int(form.word)] }

  /// What a token says of time, whether it has been learned or not.
  func word(_ token: TokenID, _ vocabulary: Vocabulary) -> TimeWord {
    let form = form(of: token)
    return form.word < 0
      ? words.word(vocabulary.bytes(vocabulary.folded(token))) : known[Int(form.word)]
  }

  private mutating func learn(
    _ token: TokenID, _ vocabulary: Vocabulary
  ) -> TimeForm.Opening {
    let place = Int(token.rawValue)
    let missing = max(vocabulary.count, place + 1) - forms.count
    if missing > 0 {
      forms += repeatElement(.unseen, count: missing)
      openings += repeatElement([], count: missing)
    }
    let shape = vocabulary.shape(token)
    let mark = shape.length == 1 && shape.kind != .word ? vocabulary.bytes(token).first ?? 0 : 0
    let number = number(of: vocabulary.bytes(vocabulary.folded(token)))
    forms[place] = TimeForm(
      word: Int32(truncatingIfNeeded: number), mark: mark < 0x80 ? mark : 0, kind: shape.kind,
      letterCase: shape.letterCase)
    openings[place] = .init(of: known[number], forms[place])
    return openings[place]
  }

  private mutating func number(of spelling: ArraySlice<UInt8>) -> Int {
    if let listed = words.number(of: spelling) { return listed + 1 }
    guard let word = words.unlisted(spelling), !word.isEmpty else { return 0 }
    known.append(word)
    return known.count - 1
  }
}
