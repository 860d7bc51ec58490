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
