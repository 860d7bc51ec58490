import Diagnostics
import Gazetteer
import Testing
import Text

@testable import Rules

/// Classes against tests that are asked one by one.
@Suite struct TokenClassifierTests {
  private static let rules = """
    type T { }
    list l = met | "New York" | "x-based firm"
    list lemma w = talk | iran
    phase p select all {
      rule a: [kind = word, case = capitalized] => T { }
      rule b: [class = verb, form = past] => T { }
      rule c: [class != verb, class != noun] => T { }
      rule d: [lower ~ /.*-based/] => T { }
      rule e: [text ~ /.*(man|an|i)/, case != upper] => T { }
      rule f: [lemma = meet, form in [past, base]] => T { }
      rule g: [lower in [talks, "the"], case = lower] => T { }
      rule h: [kind = word, length in [3, 4]] => T { }
      rule i: [case = capitalized, text != The, lower != met] => T { }
      rule j: [likely = noun] => T { }
      rule k: [length = 64] | [length = 70, kind = word] => T { }
      rule m: <meet> | "Talks" | "the" | @l | @w => T { }
      rule n: [lemma ~ /m.*t/, class = verb] => T { }
      rule o: [likely != verb, kind != punctuation] => T { }
    }
    """

  private static let words = [
    "met", "Met", "MET", "meet", "talks", "Talks", "TALKS", "the", "The", "man", "Iran", "an",
    "AN", "China-based", "based", "New", "new", "York", "x-based", "2024", "123", ",", "-", "$",
    "café", "Überman", "éan", "Ali", String(repeating: "a", count: 64),
    String(repeating: "b", count: 70), String(repeating: "c", count: 63),
  ]

  @Test func classesSayWhatTestsSay() throws {
    let tables = TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    var vocabulary = Vocabulary()
    let (file, problems) = Parser.parse(path: "t.rules", bytes: Array(Self.rules.utf8))
    try #require(problems.isEmpty, "\(problems)")
    let program = try Compiler.compile(
      [file], tables: { (_: String) throws(DiagnosticList) in throw DiagnosticList([]) },
      tokenizer: tokenizer, vocabulary: &vocabulary)
    let bytes = Array(Self.words.joined(separator: " ").utf8)
    let text = tokenizer.segment(bytes, into: &vocabulary)
    let document = MatchDocument(bytes: bytes, text: text, vocabulary: vocabulary)
    let readings = ReadingCache(SmallAnalyzer())
    var classifier = TokenClassifier(program: program, readings: readings)
    var classes: [UInt32] = []
    classifier.classify(document, into: &classes)
    for (token, number) in zip(text.tokens, classes) {
      let spelling = vocabulary.spelling(token.id)
      let analyses = readings.analyses(of: token.id, in: vocabulary)
      for test in 0..<program.tests.count {
        let expected = passes(program.tests[test], token.id, vocabulary, analyses)
        #expect(has(test, classifier, number) == expected, "\(spelling): \(program.tests[test])")
      }
      let begins = ["met", "new", "x-based"].contains(spelling.lowercased())
      #expect(has(program.tests.count, classifier, number) == begins, "\(spelling)")
    }
  }

  private func has(_ bit: Int, _ classifier: TokenClassifier, _ number: UInt32) -> Bool {
    classifier.bits(of: Int(number), word: bit >> 6) >> UInt64(bit & 63) & 1 != 0
  }

  /// The test by its definition.
  private func passes(
    _ test: TokenTest, _ token: TokenID, _ vocabulary: Vocabulary, _ readings: [WordAnalysis]
  ) -> Bool {
    switch test {
    case .exactly(let id): return token == id
    case .folded(let id): return vocabulary.folded(token) == id
    case .lemma(let lemma): return readings.contains { $0.lemma == lemma }
    case .word(let lemma, let id):
      return vocabulary.folded(token) == id || readings.contains { $0.lemma == lemma }
    case .properties(let conditions):
      let own = conditions.filter { !$0.property.isOfReading }
      let banned = conditions.filter { $0.property.isOfReading && $0.isNegated }
      let asked = conditions.filter { $0.property.isOfReading && !$0.isNegated }
      let texts = (
        vocabulary.spelling(token), vocabulary.spelling(vocabulary.folded(token))
      )
      return own.allSatisfy {
        $0.property == .likely
          ? $0.test.holds(readings.first?.wordClass) : $0.holds(texts, vocabulary.shape(token))
      } && banned.allSatisfy { readings.allSatisfy($0.holds) }
        && (asked.isEmpty
          || readings.contains { reading in asked.allSatisfy { $0.holds(reading) } })
    }
  }
}
