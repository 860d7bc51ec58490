/// Abbreviations without their final stop, looked up by case.
///
/// One in lower case stands for any case; one with a capital only for text that has a capital first.
struct AbbreviationList: Sendable {
  private var anyCase: Set<String> = []
  private var capitalized: Set<String> = []
  /// The same in keys, those that keys hold.
  private var anyCaseKeys: Set<SpellingKey> = []
  private var capitalizedKeys: Set<SpellingKey> = []

  init(_ entries: Set<String>) {
    for entry in entries {
      if Self.hasCapital(entry) {
        capitalized.insert(entry.lowercased())
      } else {
        anyCase.insert(entry)
      }
    }
    anyCaseKeys = Set(anyCase.map { SpellingKey($0) })
    capitalizedKeys = Set(capitalized.map { SpellingKey($0) })
  }

  /// Whether a stretch of text, without its stop, is one of the list.
  func contains(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    let key = SpellingKey(text, range)
    guard key.isASCII else { return contains(TextBytes.folded(text, range)) }
    let lower = key.lowercased
    return anyCaseKeys.contains(lower)
      || (lower != key && !range.isEmpty && TextBytes.isUpper(text[range.start])
        && capitalizedKeys.contains(lower))
  }

  /// Whether a word, without its stop, is one of the list.
  func contains(_ word: String) -> Bool {
    let lower = word.lowercased()
    return anyCase.contains(lower) || (Self.hasCapital(word) && capitalized.contains(lower))
  }

  private static func hasCapital(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    if first < 0x80 { return TextBytes.isUpper(first) }
    return word.unicodeScalars.first?.properties.isUppercase ?? false
  }
}
