import Text

/// What a scanner asks of a token, found once per distinct spelling.
struct TimeForm: Sendable {
  /// What the token may do where an expression begins.
  struct Opening: OptionSet, Sendable {
    let rawValue: UInt8

    /// An expression may begin with the token, whatever follows.
    static let begins = Opening(rawValue: 1)
    /// An expression may begin with the token where the next one `continues`.
    static let leads = Opening(rawValue: 2)
    static let continues = Opening(rawValue: 4)
    /// A month's name that people bear too, with a capital.
    static let isName = Opening(rawValue: 8)
  }

  /// Its place among the words of the index: 0 where it says nothing of time, -1 where it has not been seen.
  var word: Int32
  /// The byte of a token of one ASCII mark, else 0.
  var mark: UInt8
  var kind: TokenShape.Kind
  var letterCase: TokenShape.LetterCase
  var opening: Opening

  static var unseen: TimeForm {
    TimeForm(word: -1, mark: 0, kind: .symbol, letterCase: .none, opening: [])
  }

  /// What stands where there is no token.
  static var none: TimeForm {
    TimeForm(word: 0, mark: 0, kind: .symbol, letterCase: .none, opening: [])
  }
}

extension TimeForm.Opening {
  /// Any parser of the scanner that takes a word first asks for one of these.
  init(of word: TimeWord, _ shape: TokenShape) {
    self = []
    if word.mayBegin { formUnion([.begins, .continues]) }
    if word.unit != nil || word.roles.meets(Self.followers) { insert(.continues) }
    if word.roles.meets(Self.leaders) { insert(.leads) }
    if word.has(.ambiguous), word.month != nil, shape.letterCase == .capitalized {
      insert(.isName)
    }
  }

  private static let leaders = TimeWord.Roles([.article, .indefinite, .from, .between])
  private static let followers = TimeWord.Roles([.article, .daypart, .weekend])
}

extension TimeWord {
  /// Whether some expression may begin with the word, alone or with what follows.
  fileprivate var mayBegin: Bool {
    digits > 0 || number != nil || ordinal != nil || month != nil || weekday != nil
      || season != nil || shift != nil || part != nil || deictic != nil || decade != nil
      || date != nil || has(.every)
  }
}
