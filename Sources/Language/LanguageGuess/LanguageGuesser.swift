package import Text

/// Tells whether a text is in the language of a pack: by its script and by function words, the language's own
/// against those of others.
package struct LanguageGuesser: Sendable {
  private let tables: ZoneTables

  /// Words that are enough to judge by.
  private static let enough = 2_000
  /// One word of another language is a name or a word of this one too ("met").
  private static let fewest = 2
  /// A text of so many words without function words is in no language that the tables know.
  private static let many = 60

  private struct Count {
    var words = 0
    var function = 0
    var foreign = 0
    /// Words of a script beyond Latin.
    var otherScript = 0
  }

  package init(tables: ZoneTables) { self.tables = tables }

  /// True where the words in these ranges are mostly the pack's language, or too few to tell. O(size).
  package func isCovered(_ text: [UInt8], in ranges: [TextRange]) -> Bool {
    let count = count(text, ranges)
    if count.otherScript * 2 > count.words { return false }
    if count.foreign >= Self.fewest, count.foreign > count.function,
      count.foreign * 10 > count.words
    {
      return false
    }
    // Function words make a third to a half of running text, a tenth of lists; foreign text has few by chance.
    return count.words < Self.many || count.function * 50 >= count.words
  }

  private func count(_ text: [UInt8], _ ranges: [TextRange]) -> Count {
    var count = Count()
    for range in ranges where count.words < Self.enough {
      var scanner = WordScanner(text, from: range.start, to: range.end)
      while count.words < Self.enough, let word = scanner.next() {
        if word.isNumber { continue }
        count.words += 1
        let roles = tables.words.meaning(of: word.key).roles
        if roles.contains(.function) { count.function += 1 }
        if roles.contains(.foreign) { count.foreign += 1 }
        if isOtherScript(text, word) { count.otherScript += isUnspaced(text, word) ? 4 : 1 }
      }
    }
    return count
  }

  /// From U+0370 on, Greek, Cyrillic and all that follows but U+1E00 to U+1EFF (Latin).
  private func isOtherScript(_ text: [UInt8], _ word: WordScanner.Word) -> Bool {
    let lead = text[word.start]
    guard lead >= 0xCD else { return false }
    guard lead == 0xE1, word.start + 1 < word.end else { return true }
    return !(0xB8...0xBB).contains(text[word.start + 1])
  }

  /// A run of a script without spaces, such as Chinese, is several words.
  private func isUnspaced(_ text: [UInt8], _ word: WordScanner.Word) -> Bool {
    text[word.start] >= 0xE0 && word.end - word.start >= 12
  }
}
