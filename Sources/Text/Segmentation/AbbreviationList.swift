/// Abbreviations without their final stop, looked up by case.
///
/// One in lower case stands for any case; one with a capital only for text that has a capital first.
struct AbbreviationList: Sendable {
  private var anyCase: Set<String> = []
  private var capitalized: Set<String> = []

  init(_ entries: Set<String>) {
    for entry in entries {
      if Self.hasCapital(entry) {
        capitalized.insert(entry.lowercased())
      } else {
        anyCase.insert(entry)
      }
    }
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
