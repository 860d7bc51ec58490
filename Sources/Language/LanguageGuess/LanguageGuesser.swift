package import Text

/// Tells whether a text is in the language of a pack, by the share of that language's function words.
package struct LanguageGuesser: Sendable {
  private let functionWords: Set<WordKey>

  /// Function words make a third to a half of running text; a foreign text has few of them by chance.
  private static let neededShare = 0.18
  /// Words that are enough to judge by.
  private static let enough = 2_000
  /// Of fewer words than these nothing is concluded.
  private static let few = 12

  package init(tables: ZoneTables) { functionWords = tables.functionWords }

  /// True where the words in these ranges are mostly the pack's language, or too few to tell. O(size).
  package func isCovered(_ text: [UInt8], in ranges: [TextRange]) -> Bool {
    var words = 0
    var function = 0
    var foreign = 0
    for range in ranges where words < Self.enough {
      var scanner = WordScanner(text, from: range.start, to: range.end)
      while words < Self.enough, let word = scanner.next() {
        if word.isNumber { continue }
        words += 1
        if functionWords.contains(word.key) { function += 1 }
        if isForeign(text, word) { foreign += 1 }
      }
    }
    if foreign * 2 > words { return false }
    return words < Self.few || Double(function) >= Self.neededShare * Double(words)
  }

  /// A word of a script beyond Latin (from U+0370 on).
  private func isForeign(_ text: [UInt8], _ word: WordScanner.Word) -> Bool {
    let lead = text[word.start]
    return lead >= 0xCD && lead != 0xE1
  }
}
