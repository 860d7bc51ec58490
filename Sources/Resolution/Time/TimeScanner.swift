import Text

/// Reads the time expressions of one sentence, the longest from the left.
struct TimeScanner {
  /// A value and the index after its last token.
  struct Parsed {
    var value: TimeValue
    var end: Int
  }

  let tokens: [ScannedToken]
  let hasAmbiguousNames: Bool

  /// The expressions, with `offset` added to their token indices.
  func expressions(offset: Int) -> [TimeExpression] {
    var result: [TimeExpression] = []
    var index = 0
    while index < tokens.count {
      guard !tokens[index].word.isEmpty, let found = longest(at: index) else {
        index += 1
        continue
      }
      let start = opensRange(index) ? index + 1 : index
      result.append(
        TimeExpression(
          tokens: TokenRange(start + offset, found.end + offset), value: found.value,
          relation: start == index ? relation(before: index, end: found.end) : .at,
          hasPreposition: start != index || hasPreposition(before: index)))
      index = found.end
    }
    return result
  }

  private func longest(at index: Int) -> Parsed? {
    let range = range(at: index)
    let atom = opensRange(index) ? nil : atom(at: index)
    guard let range, range.end >= atom?.end ?? 0 else { return atom }
    return range
  }

  /// The longest expression that starts at a token and is no range.
  func atom(at index: Int) -> Parsed? {
    guard index < tokens.count else { return nil }
    let all = [
      numericDate(at: index), weekdayLed(at: index), monthLed(at: index), dayLed(at: index),
      year(at: index), decade(at: index), season(at: index), yearPart(at: index),
      shifted(at: index), parted(at: index), counted(at: index), deictic(at: index),
      weekend(at: index), repeated(at: index),
    ]
    var best: Parsed?
    for case let parsed? in all where parsed.end > best?.end ?? index { best = parsed }
    return best
  }

  // MARK: What stands around

  private func opensRange(_ index: Int) -> Bool {
    (has(.from, index) || has(.between, index)) && range(at: index) != nil
  }

  private func relation(before index: Int, end: Int) -> TimeExpression.Relation {
    // In "after Friday's vote" the vote comes first, not the Friday.
    guard index > 0, !has(.possessive, end) else { return .at }
    let word = tokens[index - 1].word
    if word.has(.since) || word.has(.from) { return .since }
    if word.has(.until) { return .until }
    if word.has(.by) { return .by }
    if word.has(.before) { return .before }
    return word.has(.after) ? .after : .at
  }

  private func hasPreposition(before index: Int) -> Bool {
    let kinds: [TimeWordKind] = [
      .locative, .since, .until, .by, .before, .after, .from, .between, .lasting,
    ]
    return kinds.contains { has($0, index - 1) }
  }

  // MARK: Single tokens

  func word(_ index: Int) -> TimeWord {
    tokens.indices.contains(index) ? tokens[index].word : TimeWord()
  }

  func has(_ kind: TimeWordKind, _ index: Int) -> Bool { word(index).has(kind) }

  func isMark(_ mark: Unicode.Scalar, _ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].mark == UInt8(ascii: mark)
  }

  /// The index after an article, or the same.
  func afterArticle(_ index: Int) -> Int { has(.article, index) ? index + 1 : index }

  func isCapitalized(_ index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    return tokens[index].letterCase == .capitalized || tokens[index].letterCase == .upper
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
    guard tokens.indices.contains(index), index > 0, !tokens[index].spaceBefore else {
      return false
    }
    return !isMark("(", index - 1) && !isMark("\"", index - 1) && !isMark("'", index - 1)
      && !isMark("[", index - 1) && !isMark(":", index - 1)
  }
}
