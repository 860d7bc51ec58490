import Rules
import Text

/// Index of a distinct string in `NameForms`.
struct FormID: Hashable {
  let rawValue: Int32
}

/// The distinct forms of names that a worker has met, each numbered: folded words, and what else identifies an entity.
struct NameForms {
  private var numbers: [String: FormID] = [:]
  /// By token id: the number of its folded form, or one of the marks.
  private var ofTokens: [Int32] = []

  private static let unknown: Int32 = -2
  private static let noName: Int32 = -1

  var count: Int { numbers.count }

  /// The number of a string, new or known. O(length).
  mutating func number(of form: String) -> FormID {
    if let known = numbers[form] { return known }
    let id = FormID(rawValue: Int32(truncatingIfNeeded: numbers.count))
    numbers[form] = id
    return id
  }

  /// Makes room for the tokens of a vocabulary.
  mutating func prepare(for vocabulary: Vocabulary) {
    let missing = vocabulary.count - ofTokens.count
    if missing > 0 { ofTokens += repeatElement(Self.unknown, count: missing) }
  }

  /// The folded form of a token that may be a name, as its capitals show; nil for any other. The vocabulary is one that
  /// there is room for. O(1) but for the first time.
  mutating func form(of token: TokenID, in vocabulary: Vocabulary) -> FormID? {
    let known = ofTokens[Int(token.rawValue)]
    if known == Self.noName { return nil }
    if known != Self.unknown { return FormID(rawValue: known) }
    let form = newForm(of: token, in: vocabulary)
    ofTokens[Int(token.rawValue)] = form?.rawValue ?? Self.noName
    return form
  }

  private mutating func newForm(of token: TokenID, in vocabulary: Vocabulary) -> FormID? {
    let shape = vocabulary.shape(token)
    guard shape.kind == .word, shape.letterCase != .lower else { return nil }
    return number(of: NameFolding.fold(vocabulary.bytes(token).span))
  }
}
