import Testing

@testable import Text

@Suite struct VocabularyTests {
  @Test func givesOneIDToOneSpelling() {
    var vocabulary = Vocabulary()
    let first = vocabulary.intern("Kenya")
    #expect(vocabulary.intern("Kenya") == first)
    #expect(vocabulary.intern("kenya") != first)
    #expect(vocabulary.spelling(vocabulary.folded(first)) == "kenya")
    #expect(vocabulary.find("Kenya") == first)
    #expect(vocabulary.find("Somalia") == nil)
  }

  @Test func foldsQuotesAndDashes() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.intern("’s") == vocabulary.intern("'s"))
    #expect(vocabulary.intern("–") == vocabulary.intern("-"))
  }

  @Test func staysRightWhileItGrows() {
    var vocabulary = Vocabulary()
    let ids = (0..<5000).map { vocabulary.intern("word\($0)") }
    #expect(Set(ids).count == 5000)
    for (number, id) in ids.enumerated() { #expect(vocabulary.spelling(id) == "word\(number)") }
  }

  /// Spellings of every length, alone and as tokens of a text that ends with them.
  @Test func tellsLongSpellings() {
    var vocabulary = Vocabulary()
    let long = "Internationalisation"
    let words = (1...long.utf8.count).flatMap { length in
      ["", "X", "é"].map { String(long.prefix(length)) + $0 }
    }
    let ids = words.map { vocabulary.intern($0) }
    for (word, id) in zip(words, ids) { #expect(vocabulary.spelling(id) == word) }
    let text = Array(words.joined(separator: " ").utf8)
    var tokens: [Token] = []
    var start = 0
    for word in words {
      let range = TextRange(start, start + word.utf8.count)
      tokens.append(
        Token(range: range, id: TokenID(0), spaceBefore: true, lineBreaksBefore: 0))
      start = range.end + 1
    }
    let count = vocabulary.count
    vocabulary.intern(&tokens, of: text.span)
    #expect(tokens.map(\.id) == ids)
    #expect(vocabulary.count == count)
  }

  /// The classes of ASCII are those of ICU, by which longer code points are told.
  @Test func shapesAgree() {
    for byte in UInt8(1)..<0x80 {
      let (short, long) = (TokenShape(of: [byte]), TokenShape(of: [byte, 0xE6, 0xBC, 0xA2]))
      #expect(short.length == 1 && long.length == 2)
      #expect(short.letterCase == long.letterCase)
      #expect(long.kind == .word)
    }
  }

  @Test(arguments: [
    ("Kenya", TokenShape.Kind.word, TokenShape.LetterCase.capitalized, 5),
    ("UN", .word, .upper, 2), ("McCain", .word, .mixed, 6), ("talks", .word, .lower, 5),
    ("Élysée", .word, .capitalized, 6), ("2024", .number, .none, 4), (",", .punctuation, .none, 1),
    ("$", .symbol, .none, 1), ("漢", .word, .none, 1), ("A", .word, .capitalized, 1),
  ])
  func knowsShapes(
    _ text: String, _ kind: TokenShape.Kind, _ letters: TokenShape.LetterCase, _ length: Int
  ) {
    var vocabulary = Vocabulary()
    let id = vocabulary.intern(text)
    let shape = vocabulary.shape(id)
    #expect(shape.kind == kind)
    #expect(shape.letterCase == letters)
    #expect(shape.length == length)
  }
}
