import Testing

@testable import Text

/// Tables of the tests' own, small enough to read.
private let tables = {
  var tables = TokenizerTables(
    clitics: ["'s", "n't", "'ll"], titles: ["mr", "gen"], abbreviations: ["u.s", "inc"],
    openers: ["the", "he"])
  tables.compoundNames = ["U.S.", "Israeli", "Guinea", "Guinea-Bissau"]
  return tables
}()

private func segment(_ text: String) throws -> (SegmentedText, Vocabulary) {
  var vocabulary = Vocabulary()
  let tokenizer = try Tokenizer(tables: tables, locale: "en")
  let result = tokenizer.segment(Array(text.utf8), into: &vocabulary)
  return (result, vocabulary)
}

private func spellings(_ text: String) throws -> String {
  let (result, vocabulary) = try segment(text)
  return result.tokens.map { vocabulary.spelling($0.id) }.joined(separator: "|")
}

private func isBlank(_ text: String) -> Bool { text.allSatisfy { $0.isWhitespace } }

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("Russia's envoy left.", "Russia|'s|envoy|left|."),
    ("Russia’s envoy", "Russia|'s|envoy"),
    ("the U.S.'s envoy", "the|U.S.|'s|envoy"),
    ("'s", "'s"),
    ("They didn't, she'll go", "They|did|n't|,|she|'ll|go"),
    ("U.S. envoys and Mr. Sato", "U.S.|envoys|and|Mr.|Sato"),
    ("J. R. Mwangi spoke", "J.|R.|Mwangi|spoke"),
    ("Wen-hsiung left the Asia-Pacific", "Wen-hsiung|left|the|Asia-Pacific"),
    ("a U.S.-led effort", "a|U.S.-led|effort"),
    ("Israeli-Syrian and U.S.-Japan talks", "Israeli|-|Syrian|and|U.S.|-|Japan|talks"),
    ("Guinea-Bissau met Jean-Yves", "Guinea-Bissau|met|Jean-Yves"),
    ("from 14-18 May — late", "from|14|-|18|May|-|late"),
    ("2,019 people at 3.5 %", "2,019|people|at|3.5|%"),
    ("北京 met Séoul", "北京|met|Séoul"),
    ("", ""),
    ("  \n ", ""),
  ])
  func cutsTokens(_ text: String, _ expected: String) throws {
    #expect(try spellings(text) == expected)
  }

  @Test(arguments: [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Mr. Sato met Gen. Orlov. They spoke.", ["Mr. Sato met Gen. Orlov.", "They spoke."]),
    ("He is in the U.S. The talks go on.", ["He is in the U.S.", "The talks go on."]),
    ("The U.S. President spoke.", ["The U.S. President spoke."]),
    ("\"Go!\" he said. \"Now.\" They left.", ["\"Go!\" he said.", "\"Now.\"", "They left."]),
    ("A title\nA body line.\n\nMore", ["A title", "A body line.", "More"]),
    ("It costs 3.5 million. 20 came.", ["It costs 3.5 million.", "20 came."]),
  ])
  func endsSentences(_ text: String, _ expected: [String]) throws {
    let (result, _) = try segment(text)
    let bytes = Array(text.utf8)
    let found = result.sentences.map { sentence in
      let range = result.textRange(sentence)
      return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    #expect(found == expected)
  }

  @Test func keepsEveryCharacterThatIsNoSpace() throws {
    var generator = SplitMix(state: 7)
    let alphabet = Array("ab AZ.'’-–,\n\"0 9é漢\u{1F1F0}\u{1F1EA}\u{200D}!?()@:;".unicodeScalars)
    for _ in 0..<300 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
      }
      let text = String(scalars)
      let bytes = Array(text.utf8)
      let (result, _) = try segment(text)
      var end = 0
      for token in result.tokens {
        let gap = String(decoding: bytes[end..<token.range.start], as: UTF8.self)
        #expect(isBlank(gap), "lost text in \(text.debugDescription)")
        end = token.range.end
      }
      #expect(isBlank(String(decoding: bytes[end...], as: UTF8.self)))
      #expect(result.sentences.map(\.count).reduce(0, +) == result.tokens.count)
      #expect(zip(result.sentences, result.sentences.dropFirst()).allSatisfy { $0.end == $1.start })
    }
  }
}

/// A small seeded generator, so that a failure can be seen again (Steele, Lea, Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
