import Text

/// Index of a distinct string in `NameForms`.
struct FormID: Hashable {
  let rawValue: Int32
}

/// The distinct forms of names that a worker has met, each numbered: folded words, and what else identifies an entity.
struct NameForms {
  private var strings = StringTable()

  var count: Int { strings.count }

  /// The first eight bytes of a form, or all of a shorter one.
  func prefix(of id: FormID) -> ByteBlock { strings.prefix(of: id.rawValue) }

  /// The number of a string, new or known. O(length).
  mutating func number(of form: String) -> FormID { FormID(rawValue: strings.number(of: form)) }

  /// The same for UTF-8.
  mutating func number(of form: Span<UInt8>) -> FormID {
    FormID(rawValue: strings.number(of: form))
  }

  /// The number of what a word is folded to.
  mutating func number(folding word: Span<UInt8>) -> FormID {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count)
    NameFolding.fold(word, into: &folded)
    return FormID(rawValue: strings.number(of: folded.span))
  }
}
