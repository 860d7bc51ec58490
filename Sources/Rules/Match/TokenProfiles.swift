import Text

/// What tokens pass by their looks and the classes of their readings alone, found once for all tokens that are alike.
struct TokenProfiles {
  private struct Profile {
    /// One bit for each test that all tokens of the profile pass.
    var row: [UInt64]
    var checks: [SpellingCheck]
    /// Whether some test asks for more than checks can tell.
    var needsWords: Bool
  }

  private let tests: TestTable
  private let readingNames: [String]
  private var checks: SpellingChecks
  /// The tests that tokens of a look, and of a pattern of readings, may pass: distinct rows, and the number of each.
  private var looks: RowTable
  private var patternRows: RowTable
  private var lookOfShape: [Int32]
  private var rowOfPattern: [Int] = []
  private var patterns = ReadingPatterns()
  /// By the rows of a look and of a pattern.
  private var numbers = NumberTable()
  private var profiles: [Profile] = []

  /// `width` is that of rows; `readingNames` are those of the analyzer.
  init(_ tests: TestTable, readingNames: [String], width: Int) {
    self.tests = tests
    self.readingNames = readingNames
    checks = SpellingChecks(tests.openTests, width: width)
    looks = RowTable(width: width)
    patternRows = RowTable(width: width)
    lookOfShape = Array(repeating: -1, count: PropertyMasks.lengthCount << 5)
  }

  /// A profile and the checks that a token of it passes, in one number; nil where it takes words to tell.
  ///
  /// The token has a length that masks know, and no test names a spelling or lemma of it.
  mutating func key(
    of token: TokenID, _ places: Range<Int>, in cache: ReadingCache, _ vocabulary: Vocabulary
  ) -> UInt64? {
    let pattern = row(ofPattern: patterns.number(of: places, in: cache))
    let profile = profile(look: look(of: vocabulary.shape(token)), pattern: pattern)
    guard !profiles[profile].needsWords else { return nil }
    return UInt64(profile) << 32 | checks.passed(profiles[profile].checks, by: token, vocabulary)
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

  // MARK: Profiles

  private mutating func profile(look: Int, pattern: Int) -> Int {
    let key = UInt64(pattern) << 32 | UInt64(look)
    let known = numbers.value(key)
    if known != NumberTable.absent { return Int(known) }
    var row = (0..<looks.width).map { looks.word($0, of: look) & patternRows.word($0, of: pattern) }
    let needsWords = checks.needWords(row)
    let own = checks.checks.filter { row.has($0.test) }
    for check in own { row.clear(check.test) }
    profiles.append(Profile(row: row, checks: own, needsWords: needsWords))
    numbers.set(key, Int32(truncatingIfNeeded: profiles.count - 1))
    return profiles.count - 1
  }

  /// The row of what tokens of a shape may pass.
  private mutating func look(of shape: TokenShape) -> Int {
    let place =
      shape.length << 5 | Int(shape.kind.number) << 3 | Int(shape.letterCase.number)
    if lookOfShape[place] < 0 {
      let row = row { $0.fit(shape) }
      lookOfShape[place] = Int32(truncatingIfNeeded: looks.number(of: row))
    }
    return Int(lookOfShape[place])
  }

  /// The row of what tokens with a pattern of readings may pass.
  private mutating func row(ofPattern pattern: Int) -> Int {
    for number in rowOfPattern.count..<max(pattern + 1, rowOfPattern.count) {
      let bits = patterns.kinds[number].map {
        tests.bits(
          wordClass: readingNames[Int($0.wordClass)], form: readingNames[Int($0.form)])
      }
      let row = row { $0.fit(bits) }
      rowOfPattern.append(patternRows.number(of: row))
    }
    return rowOfPattern[pattern]
  }

  private func row(_ fits: (PropertyMasks) -> Bool) -> [UInt64] {
    var row = [UInt64](repeating: 0, count: looks.width)
    for test in tests.openTests where fits(test.masks) { row.set(test.number) }
    return row
  }
}
