/// Tells whether a text was wrapped at a fixed width, as old wire copy is, and which of its line ends are such.
///
/// On scraped pages each line is a paragraph, so a text counts as wrapped only if it has almost no long line and most
/// lines inside its paragraphs are of like width.
struct LineWrapping {
  /// Code points of a line that was wrapped.
  private static let widths = 55...85

  /// The widest wrapped line, nil for a text that is not wrapped.
  private let column: Int?

  init(text: Span<UInt8>, tokens: [Token]) {
    var inner = 0
    var likely = 0
    var long = 0
    var widest = 0
    var start = 0
    for index in tokens.indices.dropFirst() where tokens[index].lineBreaksBefore > 0 {
      let width = Self.width(text, tokens, start, index)
      start = index
      if width > Self.widths.upperBound { long += 1 }
      guard tokens[index].lineBreaksBefore == 1 else { continue }
      inner += 1
      guard Self.widths.contains(width) else { continue }
      likely += 1
      widest = max(widest, width)
    }
    column = likely >= 2 && likely * 3 >= inner * 2 && long * 10 <= inner ? widest : nil
  }

  /// Whether the line of tokens `start..<end` was broken only because the next word, the token at `end` and what
  /// stands joined to it, had no room left.
  func isWrapped(_ text: Span<UInt8>, _ tokens: [Token], line start: Int, _ end: Int) -> Bool {
    guard let column else { return false }
    let width = Self.width(text, tokens, start, end)
    guard Self.widths.contains(width) else { return false }
    var last = end
    while last + 1 < tokens.count, !tokens[last + 1].spaceBefore, last - end < 8 { last += 1 }
    let word = TextRange(tokens[end].range.start, tokens[last].range.end)
    return width + 1 + TextBytes.codePoints(text, word) > column
  }

  private static func width(_ text: Span<UInt8>, _ tokens: [Token], _ start: Int, _ end: Int) -> Int
  {
    let range = TextRange(tokens[start].range.start, tokens[end - 1].range.end)
    // No line of so many bytes has few enough code points.
    if range.count > widths.upperBound * 4 { return range.count }
    return TextBytes.codePoints(text, range)
  }
}
