/// The tokens of a text as its segments come, as yet without their ids.
struct TokenSequence {
  var tokens: [Token] = []
  /// The last token, as long as a segment may be joined to it; it is none of the others yet.
  private(set) var open: Token?
  /// Where the last segment ended.
  private(set) var end = 0
  /// White space stands before the next segment, or nothing.
  private(set) var isAfterSpace = true
  private var lineBreaks = 0

  /// No tokens of a text of so many bytes.
  init(bytes: Int) { tokens.reserveCapacity(bytes / 5 + 4) }

  /// Takes the next segment for white space with so many line ends in it.
  mutating func addSpace(to end: Int, lineBreaks: Int = 0) {
    self.end = end
    self.lineBreaks += lineBreaks
    isAfterSpace = true
  }

  /// Begins a token with the next segment.
  mutating func open(to end: Int) {
    open = token(to: end)
    self.end = end
    isAfterSpace = false
  }

  /// Joins the next segment to the token that is open.
  mutating func join(to end: Int) {
    open?.range.end = end
    self.end = end
  }

  /// Adds the token that is open, if any, to the others, and gives it.
  mutating func close() -> Token? {
    guard let token = open else { return nil }
    tokens.append(token)
    open = nil
    return token
  }

  /// Adds a token that no segment is joined to and the one space behind it.
  mutating func add(wordTo end: Int) {
    tokens.append(token(to: end))
    self.end = end + 1
    isAfterSpace = true
  }

  private mutating func token(to end: Int) -> Token {
    defer { lineBreaks = 0 }
    return Token(
      range: TextRange(self.end, end), id: TokenID(0), spaceBefore: isAfterSpace,
      lineBreaksBefore: lineBreaks)
  }
}
