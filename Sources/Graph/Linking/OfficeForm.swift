import Text

/// The name of an office as folded words.
struct OfficeForm: Hashable {
  /// Sorted, each once.
  let words: [String]

  init(_ office: String) {
    words = Set(office.split { !$0.isLetter && !$0.isNumber }.map { NameFolding.fold($0) })
      .filter { !$0.isEmpty }.sorted()
  }

  /// The same for the same words in any order.
  var key: String { words.joined(separator: " ") }

  func sharesWord(with other: OfficeForm) -> Bool { words.contains(where: other.words.contains) }
}
