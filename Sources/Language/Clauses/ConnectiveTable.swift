import Rules
import Text

/// What a word that belongs to no group does in a clause, found once per distinct token; one per worker.
package struct ConnectiveTable {
  /// The part a word can play; several where the text must decide.
  struct Parts: OptionSet {
    let rawValue: UInt8

    static let preposition = Parts(rawValue: 1)
    static let coordinator = Parts(rawValue: 2)
    static let subordinator = Parts(rawValue: 4)
    static let relative = Parts(rawValue: 8)
    static let adverb = Parts(rawValue: 16)
    static let possessive = Parts(rawValue: 32)
    static let known = Parts(rawValue: 128)
  }

  private var parts: [Parts] = []

  package init() {}

  mutating func parts(
    of token: TokenID, in vocabulary: Vocabulary, lexicon: Lexicon
  ) -> Parts {
    let index = Int(token.rawValue)
    if parts.count <= index {
      parts += Array(repeating: [], count: max(index + 1 - parts.count, 256))
    }
    if parts[index].isEmpty {
      parts[index] = Self.find(lexicon.analyses(of: token, in: vocabulary))
    }
    return parts[index]
  }

  private static func find(_ readings: [WordAnalysis]) -> Parts {
    var result: Parts = .known
    for reading in readings {
      switch (reading.wordClass, reading.form) {
      case ("preposition", _): result.insert(.preposition)
      case ("conjunction", "coordinating"): result.insert(.coordinator)
      case ("conjunction", _): result.insert(.subordinator)
      case ("pronoun", "relative"): result.insert(.relative)
      case ("adverb", _): result.insert(.adverb)
      case ("possessive", _): result.insert(.possessive)
      default: break
      }
    }
    return result
  }
}
