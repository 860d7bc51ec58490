import Rules
import Text

/// What a word that belongs to no group does in a clause, found once per distinct token; one per worker.
struct ConnectiveTable {
  /// The part a word can play; several where the text must decide.
  struct Parts: OptionSet {
    let rawValue: UInt16

    static let preposition = Parts(rawValue: 1)
    static let coordinator = Parts(rawValue: 2)
    static let subordinator = Parts(rawValue: 4)
    static let relative = Parts(rawValue: 8)
    static let adverb = Parts(rawValue: 16)
    static let possessive = Parts(rawValue: 32)
    /// A relative pronoun that owns the noun behind it.
    static let owningRelative = Parts(rawValue: 64)
    static let known = Parts(rawValue: 128)
    static let comma = Parts(rawValue: 256)
    static let quotationMark = Parts(rawValue: 512)
    /// A mark that ends a clause.
    static let boundary = Parts(rawValue: 1024)
  }

  private let readings: ReadingCache
  private let owningRelatives: Set<TokenID>
  private var parts: [Parts] = []
  private var partsOfKind: [WordReading.Kind: Parts] = [:]

  init(_ readings: ReadingCache, owningRelatives: Set<TokenID>) {
    self.readings = readings
    self.owningRelatives = owningRelatives
  }

  /// The parts of a token; its readings are asked for when it is first seen.
  mutating func parts(of token: TokenID, in vocabulary: Vocabulary) -> Parts {
    let index = Int(token.rawValue)
    if index < parts.count, !parts[index].isEmpty { return parts[index] }
    if parts.count <= index {
      parts += repeatElement([], count: max(index, vocabulary.count) + 1 - parts.count)
    }
    var found = Self.mark(vocabulary.bytes(token)).union(.known)
    for place in readings.places(of: token, in: vocabulary) {
      found.formUnion(parts(of: readings[place].kind))
    }
    if owningRelatives.contains(vocabulary.folded(token)) { found.insert(.owningRelative) }
    parts[index] = found
    return found
  }

  private mutating func parts(of kind: WordReading.Kind) -> Parts {
    if let known = partsOfKind[kind] { return known }
    let names = readings.analyzer.names
    let found = Self.find(names[Int(kind.wordClass)], names[Int(kind.form)])
    partsOfKind[kind] = found
    return found
  }

  private static func find(_ wordClass: String, _ form: String) -> Parts {
    switch (wordClass, form) {
    case ("preposition", _): .preposition
    case ("conjunction", "coordinating"): .coordinator
    case ("conjunction", _): .subordinator
    case ("pronoun", "relative"): .relative
    case ("adverb", _): .adverb
    case ("possessive", _): .possessive
    default: []
    }
  }

  private static func mark(_ bytes: ArraySlice<UInt8>) -> Parts {
    guard bytes.count == 1, let byte = bytes.first else { return [] }
    switch byte {
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: "\""): return .quotationMark
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      return .boundary
    default: return []
    }
  }
}
