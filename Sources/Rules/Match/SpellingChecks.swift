import Text

/// A test that the look and the readings of a token do not decide: its spelling must match expressions.
struct SpellingCheck {
  var test: Int
  /// A stretch of the automata of `SpellingChecks`; all must match.
  var automata: Range<Int>
}

/// The tests of which each token must be asked by its spelling; one per worker.
struct SpellingChecks {
  private(set) var checks: [SpellingCheck] = []
  /// Tests that ask for more than an expression can tell.
  private var wordTests: [UInt64]
  private var automata: [TokenRegexAutomaton] = []
  /// Whether each of these reads the folded spelling.
  private var isOfFolded: [Bool] = []

  /// More checks than this are asked by words.
  private static let maximumCount = 32

  /// The checks among the tests that any token may pass; `width` is that of rows.
  init(_ tests: [PropertyTest], width: Int) {
    wordTests = Array(repeating: 0, count: width)
    for test in tests {
      guard let expressions = test.expressions, checks.count < Self.maximumCount else {
        wordTests.set(test.number)
        continue
      }
      guard !expressions.isEmpty else { continue }
      let first = automata.count
      for (regex, isOfFolded) in expressions {
        automata.append(TokenRegexAutomaton(regex))
        self.isOfFolded.append(isOfFolded)
      }
      checks.append(SpellingCheck(test: test.number, automata: first..<automata.count))
    }
  }

  /// Whether some test of a row asks for more than checks can tell.
  func needWords(_ row: [UInt64]) -> Bool { zip(row, wordTests).contains { $0 & $1 != 0 } }

  /// The checks that a token passes, one bit for each in their order.
  mutating func passed(
    _ checks: [SpellingCheck], by token: TokenID, _ vocabulary: Vocabulary
  ) -> UInt64 {
    guard !checks.isEmpty else { return 0 }
    let folded = vocabulary.folded(token)
    let text = vocabulary.bytes(token)
    let lower = folded == token ? text : vocabulary.bytes(folded)
    var result: UInt64 = 0
    for (place, check) in checks.enumerated() {
      let isPassed = check.automata.allSatisfy {
        automata[$0].matches(isOfFolded[$0] ? lower : text)
      }
      if isPassed { result |= 1 << UInt64(place) }
    }
    return result
  }
}
