import Text

/// The verbs of two words of a language ("sit down"), by the ids of their words.
package struct PhrasalVerbs: Sendable {
  private struct Words: Hashable {
    var first: TokenID
    var second: TokenID
  }

  private var verbs: [Words: TokenID] = [:]
  private var firsts = Set<TokenID>()

  init() {}

  mutating func add(_ verb: TokenID, _ first: TokenID, _ second: TokenID) {
    verbs[Words(first: first, second: second)] = verb
    firsts.insert(first)
  }

  /// The verb of a lemma and the word behind it, nil where they are none. O(1).
  subscript(lemma: TokenID, next: TokenID) -> TokenID? {
    firsts.contains(lemma) ? verbs[Words(first: lemma, second: next)] : nil
  }
}
