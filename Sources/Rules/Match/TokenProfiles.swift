import Text

/// What tokens pass by their looks and the classes of their readings alone, found once for all tokens that are alike.
struct TokenProfiles {
  /// A test that the looks do not decide: the expressions that the token, or its folded spelling, must match.
  private struct Check {
    var test: Int
    /// A stretch of `automata`; all must match.
    var automata: Range<Int>
  }

  private struct Profile {
    /// One bit for each test that all tokens of the profile pass.
    var row: [UInt64]
    var checks: [Check]
    /// Whether some test asks for more than checks can tell.
    var needsWords: Bool
  }

  private let tests: TestTable
  private let readingNames: [String]
  private let width: Int
  /// By length: lengths that no test tells apart have one number.
  private let lengths: [UInt64]
  private let checks: [Check]
  /// Tests that ask for more than checks can tell.
  private let wordTests: [UInt64]
  private var automata: [TokenRegexAutomaton] = []
  /// Whether each of these reads the folded spelling.
  private var isOfFolded: [Bool] = []
  private var patterns = ReadingPatterns()
  private var numbers = NumberTable()
  private var profiles: [Profile] = []
  /// The tests that tokens of a look, and of a pattern of readings, may pass.
  private var rowOfLook: [UInt64: [UInt64]] = [:]
  private var rowOfPattern: [[UInt64]] = []

  /// More checks than this are asked by words.
  private static let maximumChecks = 32

  /// `width` is that of rows; `readingNames` are those of the analyzer.
  init(_ tests: TestTable, readingNames: [String], width: Int) {
    self.tests = tests
    self.readingNames = readingNames
    self.width = width
    lengths = tests.lengthClasses
    var checks: [Check] = []
    var wordTests = [UInt64](repeating: 0, count: width)
    for test in tests.openTests {
      guard let expressions = test.expressions, checks.count < Self.maximumChecks else {
        wordTests.set(test.number)
        continue
      }
      guard !expressions.isEmpty else { continue }
      let first = automata.count
      for (regex, isOfFolded) in expressions {
        automata.append(TokenRegexAutomaton(regex))
        self.isOfFolded.append(isOfFolded)
      }
      checks.append(Check(test: test.number, automata: first..<automata.count))
    }
    self.checks = checks
    self.wordTests = wordTests
  }

  /// A profile and the checks that a token of it passes, in one number; nil where it takes words to tell.
  ///
  /// The token has a length that `masks` know, and no test names a spelling or lemma of it.
  mutating func key(
    of token: TokenID, _ places: Range<Int>, in cache: ReadingCache, _ vocabulary: Vocabulary
  ) -> UInt64? {
    let profile = profile(
      of: vocabulary.shape(token), pattern: patterns.number(of: places, in: cache))
    guard !profiles[profile].needsWords else { return nil }
    var key = UInt64(profile) << 32
    for place in profiles[profile].checks.indices
    where passes(profiles[profile].checks[place], token, vocabulary) {
      key |= 1 << UInt64(place)
    }
    return key
  }

  /// The tests that tokens of a key pass.
  func row(of key: UInt64) -> [UInt64] {
    let profile = profiles[Int(key >> 32)]
    var row = profile.row
    for (place, check) in profile.checks.enumerated() where key >> UInt64(place) & 1 != 0 {
      row.set(check.test)
    }
    return row
  }

  private mutating func passes(
    _ check: Check, _ token: TokenID, _ vocabulary: Vocabulary
  ) -> Bool {
    for place in check.automata {
      let asked = isOfFolded[place] ? vocabulary.folded(token) : token
      guard automata[place].matches(vocabulary.bytes(asked)) else { return false }
    }
    return true
  }

  // MARK: Profiles

  private mutating func profile(of shape: TokenShape, pattern: Int) -> Int {
    let look =
      lengths[shape.length] << 8 | UInt64(shape.kind.number) << 4
      | UInt64(shape.letterCase.number)
    let key = UInt64(pattern) << 32 | look
    let known = numbers.value(key)
    if known != NumberTable.absent { return Int(known) }
    profiles.append(make(row(of: shape, look), row(ofPattern: pattern)))
    numbers.set(key, Int32(truncatingIfNeeded: profiles.count - 1))
    return profiles.count - 1
  }

  private func make(_ look: [UInt64], _ pattern: [UInt64]) -> Profile {
    var row = zip(look, pattern).map { $0 & $1 }
    let needsWords = zip(row, wordTests).contains { $0 & $1 != 0 }
    let checks = checks.filter { row.has($0.test) }
    for check in checks { row.clear(check.test) }
    return Profile(row: row, checks: checks, needsWords: needsWords)
  }

  private mutating func row(of shape: TokenShape, _ look: UInt64) -> [UInt64] {
    if let known = rowOfLook[look] { return known }
    var row = [UInt64](repeating: 0, count: width)
    for test in tests.openTests where test.masks.fit(shape) { row.set(test.number) }
    rowOfLook[look] = row
    return row
  }

  private mutating func row(ofPattern pattern: Int) -> [UInt64] {
    for number in rowOfPattern.count..<max(pattern + 1, rowOfPattern.count) {
      let bits = patterns.kinds[number].map {
        tests.bits(
          wordClass: readingNames[Int($0.wordClass)], form: readingNames[Int($0.form)])
      }
      var row = [UInt64](repeating: 0, count: width)
      for test in tests.openTests where test.masks.fit(bits) { row.set(test.number) }
      rowOfPattern.append(row)
    }
    return rowOfPattern[pattern]
  }
}

/// Rows of bits.
extension [UInt64] {
  func has(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 != 0 }

  mutating func set(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  mutating func clear(_ bit: Int) { self[bit >> 6] &= ~(1 << UInt64(bit & 63)) }
}
