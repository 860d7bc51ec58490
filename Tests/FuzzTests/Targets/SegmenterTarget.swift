@testable import Text

/// Texts cut into tokens and sentences, with boundaries that are ICU's.
enum SegmenterTarget {
  private static let tables: TokenizerTables = {
    var tables = TokenizerTables(
      clitics: ["'d", "'s", "n't"], titles: ["Mr", "Gen", "vs"],
      abbreviations: ["Inc", "No", "u.s", "etc"], openers: ["the", "he"])
    tables.compoundNames = ["Israeli", "U.S", "Guinea-Bissau"]
    return tables
  }()

  static func run(_ bytes: [UInt8]) throws {
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let breaker = try WordBreaker(locale: "en")
    let ends = breaker.boundaries(of: text.span)
    try require(
      Array(ends) == breaker.boundariesFromICU(of: text.span), "the boundaries are not ICU's")
    var vocabulary = Vocabulary()
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    let segmented = tokenizer.segment(text, into: &vocabulary)
    try requireOrder(of: segmented, in: text)
    var other = Vocabulary()
    let literal = tokenizer.tokens(of: String(decoding: text, as: UTF8.self), into: &other)
    try require(
      literal.map(other.spelling) == segmented.tokens.map { vocabulary.spelling($0.id) },
      "a literal is cut otherwise than a text")
  }

  private static func requireOrder(of segmented: SegmentedText, in text: [UInt8]) throws {
    var last = 0
    for token in segmented.tokens {
      let range = token.range
      try require(
        range.start >= last && range.end > range.start && range.end <= text.count,
        "tokens overlap, are empty or lead out of the text: \(range)")
      for bound in [range.start, range.end] where bound < text.count {
        try require(text[bound] & 0xC0 != 0x80, "a token parts a code point at \(bound)")
      }
      last = range.end
    }
    var next = 0
    for sentence in segmented.sentences {
      try require(
        sentence.start == next && !sentence.isEmpty, "sentences leave tokens out: \(sentence)")
      next = sentence.end
    }
    try require(next == segmented.tokens.count, "the last tokens are in no sentence")
  }
}
