import Text

/// Reads "North Korea's 75th founding anniversary last September": the founding year and the number give the year
/// of the anniversary, and the time beside it says how long ago that is.
struct AnniversaryReader {
  let input: DocumentDateInput
  let words: TokenWords
  let states: [FoundedState]

  /// At most a few phrases are read, as each costs a search of three years of days.
  private static let limit = 4

  func evidence() -> [DateEvidence] {
    var result: [DateEvidence] = []
    for body in input.body {
      for token in body.indices where words.countsYears(token) {
        if result.count == Self.limit { return result }
        if let item = evidence(at: token) { result.append(item) }
      }
    }
    return result
  }

  private func evidence(at token: Int) -> DateEvidence? {
    guard let (number, start) = ordinal(before: token),
      let (state, end) = founded(around: token, ordinal: start),
      let anniversary = state.anniversary(number), let mention = mention(after: end)
    else { return nil }
    let days = admissibleDays(mention, anniversary)
    guard let first = days.first, let last = days.last else { return nil }
    return DateEvidence(
      earliest: first, latest: last, isHard: true,
      range: input.textRange(TokenRange(start, mention.expression.tokens.end)))
  }

  /// The days of the document on which the mention means the anniversary.
  private func admissibleDays(
    _ mention: TimeMention, _ anniversary: DateInterval
  ) -> [CalendarDay] {
    (-366...731).map { anniversary.first.adding(days: $0) }.filter { day in
      TimeResolver.resolve(
        mention.expression, documentDate: DateInterval(day), tense: mention.tense)?
        .interval.overlaps(anniversary) ?? false
    }
  }

  private func ordinal(before token: Int) -> (Int, Int)? {
    for index in stride(from: token - 1, through: max(0, token - 2), by: -1) {
      if let number = words.word(index).ordinal { return (number, index) }
      guard words.word(index).has(.founding) else { return nil }
    }
    return nil
  }

  /// The state whose founding is meant, and the end of the phrase.
  private func founded(around token: Int, ordinal: Int) -> (FoundedState, Int)? {
    let next = token + 1
    if ordinal < token - 1 { return possessor(before: ordinal).map { ($0, next) } }
    guard words.word(next).has(.of) else { return nil }
    let start = skipped(next + 1)
    if words.word(start).has(.founding) {
      guard words.word(start + 1).has(.of) else {
        return possessor(before: ordinal).map { ($0, start + 1) }
      }
      guard let (state, end) = name(at: skipped(start + 2)), !words.word(end).has(.possessive)
      else { return nil }
      return (state, end)
    }
    guard let (state, end) = name(at: start), words.word(end).has(.possessive),
      words.word(end + 1).has(.founding)
    else { return nil }
    return (state, end + 2)
  }

  /// Past "the" or "its".
  private func skipped(_ token: Int) -> Int {
    words.word(token).has(.article) || words.word(token).has(.possessive) ? token + 1 : token
  }

  private func possessor(before token: Int) -> FoundedState? {
    guard token >= 2, words.word(token - 1).has(.possessive) else { return nil }
    let end = input.text.tokens[token - 2].range.end
    let text = input.document.text[..<end]
    return best { name in
      text.suffix(name.count).elementsEqual(name)
        && isBoundary(text.dropLast(name.count).last)
    }?.0
  }

  private func name(at token: Int) -> (FoundedState, Int)? {
    guard input.text.tokens.indices.contains(token) else { return nil }
    let text = input.document.text[input.text.tokens[token].range.start...]
    guard
      let (state, length) = best({ name in
        text.prefix(name.count).elementsEqual(name) && isBoundary(text.dropFirst(name.count).first)
      })
    else { return nil }
    let end = text.startIndex + length
    var next = token
    while next < input.text.tokens.count, input.text.tokens[next].range.end <= end { next += 1 }
    return (state, next)
  }

  /// The state with the longest matching name, and the name's length.
  private func best(_ matches: ([UInt8]) -> Bool) -> (FoundedState, Int)? {
    var best: (FoundedState, Int)?
    for state in states {
      for name in state.names where name.count > best?.1 ?? 0 {
        if matches(name) { best = (state, name.count) }
      }
    }
    return best
  }

  private func isBoundary(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    return !isLetter
  }

  /// The mention that starts at most three tokens on; bisection.
  private func mention(after token: Int) -> TimeMention? {
    let all = input.mentions
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].expression.tokens.start < token { low = middle + 1 } else { high = middle }
    }
    guard low < all.count, all[low].expression.tokens.start <= token + 3 else { return nil }
    return all[low]
  }
}
