import Text

/// Whom the last word that was an object stood for: an object goes on with the object before it.
///
/// Of words that were bound without the clauses of their sentence it is found out when somebody asks.
struct ObjectTrail {
  typealias Reference = EntityTable.Reference

  /// A word that may have been an object.
  struct Word {
    var sentence: Int
    var tokens: TokenRange
    /// Whom it stands for.
    var reference: Reference
  }

  /// Tokens between two words that are objects of one and the same person.
  static let reach = 40

  private var last: (reference: Reference, end: Int)?
  /// Words behind the last of which it is not known, in text order.
  private var open: [Word] = []

  /// Adds a word of which it is not known.
  mutating func add(_ word: Word) { open.append(word) }

  /// Adds a word that is an object.
  mutating func add(_ reference: Reference, endingAt end: Int) {
    last = (reference, end)
    open.removeAll(keepingCapacity: true)
  }

  /// Whom the last object within reach of a token stood for, if he fits; `isObject` is asked of words of which it is not
  /// known, each once.
  mutating func last(
    near token: Int, where fits: (Reference) -> Bool, isObject: (Word) -> Bool
  ) -> Reference? {
    while let word = open.popLast() {
      guard token - word.tokens.end <= Self.reach else {
        open.removeAll(keepingCapacity: true)
        break
      }
      if isObject(word) { add(word.reference, endingAt: word.tokens.end) }
    }
    guard let last, token - last.end <= Self.reach, fits(last.reference) else { return nil }
    return last.reference
  }

  /// Whether the last object within reach of a token may have stood for somebody else who fits.
  func mayLead(
    awayFrom other: Reference?, near token: Int, where fits: (Reference) -> Bool
  ) -> Bool {
    func leads(_ reference: Reference) -> Bool {
      fits(reference) && !(other.map(reference.isSame) ?? false)
    }
    if let last, token - last.end <= Self.reach, leads(last.reference) { return true }
    return open.reversed().prefix { token - $0.tokens.end <= Self.reach }
      .contains { leads($0.reference) }
  }
}
