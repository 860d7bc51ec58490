import Text

/// What the tokens that have been seen say of time.
struct TimeForms: Sendable {
  /// By token id.
  fileprivate(set) var forms: [TimeForm] = []
  /// Words by their number: the first says nothing, then come those that are listed and others as tokens bring them.
  private(set) var known: [TimeWord]

  private let holidays: HolidayNames

  init(listed: [TimeWord], holidays: HolidayNames) {
    known = [TimeWord()] + listed
    self.holidays = holidays
  }

  /// The holiday whose name begins with a form, and how many words it has; `form` gives those that follow.
  func holiday(
    _ first: TimeForm, form: (Int) -> TimeForm
  ) -> (holiday: Holiday, count: Int)? {
    holidays.holiday(Int(first.word) - 1) { Int(form($0).word) - 1 }
  }

  /// The form of a token, `unseen` where it has not been learned.
  func form(of token: TokenID) -> TimeForm {
    let place = Int(token.rawValue)
    return place < forms.count ? forms[place] : .unseen
  }

  /// What a form that has been learned says of time.
  func word(_ form: TimeForm) -> TimeWord { known[Int(form.word)] }

  /// Makes room for as many tokens; gives how many are new.
  mutating func grow(to count: Int) -> Int {
    let missing = max(0, count - forms.count)
    forms += repeatElement(.unseen, count: missing)
    return missing
  }

  /// Learns the form of a token.
  mutating func set(_ form: TimeForm, of token: TokenID) { forms[Int(token.rawValue)] = form }

  /// Adds a word that is not listed and gives its number.
  mutating func add(_ word: TimeWord) -> Int {
    known.append(word)
    return known.count - 1
  }
}
