import Text

/// Reads the time expressions of one sentence, the longest from the left.
struct TimeScanner {
  /// A value and the index after its last token.
  struct Parsed {
    var value: TimeValue
    var end: Int
  }

  let tokens: [Token]
  let words: TimeForms
  let hasAmbiguousNames: Bool
  /// The sentence, as far as it is read; nothing beyond it is seen.
  var sentence = TokenRange(0, 0)

  init(tokens: [Token], words: TimeForms, hasAmbiguousNames: Bool) {
    self.tokens = tokens
    self.words = words
    self.hasAmbiguousNames = hasAmbiguousNames
  }

  /// The longest expression that begins at a token.
  func expression(at index: Int) -> TimeExpression? {
    let range = mayBeRange(at: index) ? range(at: index) : nil
    if let range, has(.from, index) || has(.between, index) {
      return expression(range, from: index + 1, relation: .at, hasPreposition: true)
    }
    let atom = atom(at: index)
    let longest = if let range, range.end >= atom?.end ?? 0 { range } else { atom }
    guard let longest else { return nil }
    return expression(
      longest, from: index, relation: relation(before: index, end: longest.end),
      hasPreposition: word(index - 1).roles.meets(Self.prepositions))
  }

  /// Whether the first word, or the one behind an article, may be one end of a range or lead to one.
  private func mayBeRange(at index: Int) -> Bool {
    let first = word(index)
    return first.mayEndRange || first.has(.from) || first.has(.between)
      || first.has(.article) && word(index + 1).mayEndRange
  }

  private func expression(
    _ found: Parsed, from start: Int, relation: TimeExpression.Relation, hasPreposition: Bool
  ) -> TimeExpression {
    TimeExpression(
      tokens: TokenRange(start, found.end), value: found.value, relation: relation,
      hasPreposition: hasPreposition)
  }

  /// The longest expression that starts at a token and is no range.
  func atom(at index: Int) -> Parsed? {
    guard index < sentence.end else { return nil }
    var best: Parsed?
    func take(_ parsed: Parsed?) {
      if let parsed, parsed.end > best?.end ?? index { best = parsed }
    }
    // No parser is asked that its first word would stop: an article's is the one behind it.
    let first = word(index)
    let isLed = first.has(.article)
    let head = isLed ? word(index + 1) : first
    if first.digits > 0 || first.date != nil { take(numericDate(at: index)) }
    if first.weekday != nil { take(weekdayLed(at: index)) }
    if first.month != nil { take(monthLed(at: index)) }
    if head.isNumber { take(dayLed(at: index)) }
    if first.digits == 4 || head.has(.fiscal) { take(year(at: index)) }
    if head.decade != nil { take(decade(at: index)) }
    if head.season != nil { take(season(at: index)) }
    if head.ordinal != nil {
      take(yearPart(at: index))
      take(century(at: index))
    }
    if head.shift != nil { take(shifted(at: index)) }
    if head.part != nil { take(parted(at: index)) }
    if first.isCount || isLed || first.has(.yearHalf) { take(counted(at: index)) }
    if first.isCount || first.has(.vague) { take(vague(at: index)) }
    if first.has(.holiday) { take(holiday(at: index)) }
    if first.deictic != nil { take(deictic(at: index)) }
    if isLed {
      take(weekend(at: index))
      take(ordinal(at: index))
    }
    if first.isRepeated { take(repeated(at: index)) }
    return best
  }

  // MARK: What stands around

  private static let prepositions = TimeWord.Roles([
    .locative, .since, .until, .by, .before, .after, .from, .between, .lasting,
  ])

  private func relation(before index: Int, end: Int) -> TimeExpression.Relation {
    // In "after Friday's vote" the vote comes first, not the Friday.
    guard index > sentence.start, !has(.possessive, end) else { return .at }
    let word = word(index - 1)
    if word.has(.since) || word.has(.from) { return .since }
    if word.has(.until) { return .until }
    if word.has(.by) { return .by }
    if word.has(.before) { return .before }
    return word.has(.after) ? .after : .at
  }

  // MARK: Single tokens

  /// Whether a token is in the sentence.
  private func isWithin(_ index: Int) -> Bool { index >= sentence.start && index < sentence.end }

  /// What stands at a token; nothing outside of the sentence.
  func form(_ index: Int) -> TimeForm {
    isWithin(index) ? words.form(of: tokens[index].id) : .none
  }

  /// What a token says of time, by reference to the words that are known.
  @inline(__always)
  func word(_ index: Int) -> TimeWord { words.word(form(index)) }

  /// Whether a token says nothing of time.
  func isPlain(_ index: Int) -> Bool { form(index).word == 0 }

  func has(_ kind: TimeWordKind, _ index: Int) -> Bool { word(index).has(kind) }

  func isMark(_ mark: Unicode.Scalar, _ index: Int) -> Bool {
    form(index).mark == UInt8(ascii: mark)
  }

  /// The index after an article, or the same.
  func afterArticle(_ index: Int) -> Int { has(.article, index) ? index + 1 : index }

  func isCapitalized(_ index: Int) -> Bool {
    let letterCase = form(index).letterCase
    return letterCase == .capitalized || letterCase == .upper
  }

  /// 1 to 12, of a capitalised month's name.
  func month(_ index: Int) -> Int? {
    word(index).part == nil && isCapitalized(index) ? word(index).month : nil
  }

  /// 1 to 7, of a capitalised weekday in the singular.
  func weekday(_ index: Int) -> Int? {
    has(.weekday, index) && isCapitalized(index) ? word(index).weekday : nil
  }

  /// "26" or "26th", 1 to 31.
  func dayNumber(_ index: Int) -> Int? {
    let word = word(index)
    let number = word.digits > 0 && word.digits <= 2 ? word.number : word.ordinal
    return number.flatMap { (1...31).contains($0) ? $0 : nil }
  }

  /// Four digits that may be a year.
  func yearNumber(_ index: Int) -> Int? {
    guard word(index).digits == 4, let number = word(index).number, (1000...2100).contains(number)
    else { return nil }
    return number
  }

  /// A sign stands before a token without space between: "$2000", "F-2000".
  func isGlued(_ index: Int) -> Bool {
    guard isWithin(index), index > sentence.start, !tokens[index].spaceBefore else { return false }
    return !isMark("(", index - 1) && !isMark("\"", index - 1) && !isMark("'", index - 1)
      && !isMark("[", index - 1) && !isMark(":", index - 1)
  }
}
