import Text

/// Reads the dates around an article: page lines and bylines before it, the dateline that opens it.
struct HeadDates {
  let input: DocumentDateInput
  let words: TokenWords

  struct Found {
    /// One day, or two where day and month could change places.
    var days: [CalendarDay]
    var tokens: TokenRange
    var isByline: Bool
  }

  // MARK: Page lines and bylines

  /// The full dates before the body, in order.
  func pageDates(_ expressions: [TimeExpression]) -> [Found] {
    var all: [Found] = []
    for expression in expressions {
      let resolved = TimeResolver.resolve(expression, documentDate: nil, tense: .past)
      guard let interval = resolved?.interval, interval.count == 1 else { continue }
      all.append(found([interval.first], expression.tokens))
    }
    for head in input.head { addAmbiguousDates(in: head, to: &all) }
    return all.count > 1 ? all.sorted { $0.tokens < $1.tokens } : all
  }

  private func found(_ days: [CalendarDay], _ tokens: TokenRange) -> Found {
    let start = lineStart(tokens.start, within: 24)
    var end = tokens.end
    while end < input.text.tokens.count, end < tokens.end + 8,
      input.text.tokens[end].lineBreaksBefore == 0
    { end += 1 }
    return Found(
      days: days, tokens: tokens, isByline: (start..<end).contains { words.word($0).has(.by) })
  }

  /// The token that begins the line, looked for at most so many tokens back.
  private func lineStart(_ token: Int, within limit: Int) -> Int {
    var start = token
    while start > 0, start > token - limit, input.text.tokens[start].lineBreaksBefore == 0 {
      start -= 1
    }
    return start
  }

  /// "09/07/2018": either order is possible.
  private func addAmbiguousDates(in range: TokenRange, to all: inout [Found]) {
    for index in range.indices.dropLast(4) {
      guard words.isMark("/", index + 1), words.isMark("/", index + 3),
        let one = words.word(index).number, let two = words.word(index + 2).number,
        words.word(index + 4).digits == 4, let year = words.word(index + 4).number, one != two,
        let day = CalendarDay(year: year, month: two, day: one),
        let other = CalendarDay(year: year, month: one, day: two)
      else { continue }
      all.append(found([day, other], TokenRange(index, index + 5)))
    }
  }

  // MARK: Datelines

  /// The date in a dateline, its year mostly missing: "SEOUL, Jan. 26 (Xinhua) --".
  func dateline() -> (date: PartialDate, tokens: TokenRange)? {
    guard let start = input.body.first?.start else { return nil }
    for mention in input.mentions {
      let tokens = mention.expression.tokens
      // Captions may stand before it, but not many.
      if tokens.start > start + 150 { return nil }
      guard case .date(let date) = mention.expression.value, date.day != nil, date.month != nil,
        !mention.expression.hasPreposition, opensLine(tokens)
      else { continue }
      return (date, tokens)
    }
    return nil
  }

  /// Before the date stand a place's names, after it an agency or a dash.
  private func opensLine(_ tokens: TokenRange) -> Bool {
    let start = lineStart(tokens.start, within: 12)
    guard start < tokens.start, tokens.end < input.text.tokens.count,
      start == 0 || input.text.tokens[start].lineBreaksBefore > 0
    else { return false }
    let isPlace = (start..<tokens.start).allSatisfy { index in
      let shape = input.vocabulary.shape(input.text.tokens[index].id)
      return shape.kind != .word || shape.letterCase != .lower
    }
    let next = input.vocabulary.shape(input.text.tokens[tokens.end].id)
    return isPlace && next.kind == .punctuation
  }
}
