import Text

/// The distinct tests of a program, found by what they ask for, so that a token meets only those it may pass.
///
/// Test `n` is bit `n` of a token's class; behind the tests comes one bit for each list that the token may begin.
struct TestTable: Sendable {
  private(set) var tests: [TokenTest] = []
  private var index: [TokenTest: Int] = [:]
  private var bySpelling: [TokenID: [Int]] = [:]
  private var byFolded: [TokenID: [Int]] = [:]
  private var byLemma: [String: [Int]] = [:]
  /// Tests of properties by a spelling, as it stands or folded, or a lemma that they ask for.
  private var propertiesByText: [String: [PropertyTest]] = [:]
  private var propertiesByLower: [String: [PropertyTest]] = [:]
  private var propertiesByLemma: [String: [PropertyTest]] = [:]
  /// The others: any token may pass them.
  private(set) var openTests: [PropertyTest] = []
  /// Spellings that some test refuses, as they stand and folded.
  private var bannedTexts = Set<String>()
  private var bannedLowers = Set<String>()
  /// Numbers of the classes and forms that some test names.
  private var names = ReadingNames()

  var count: Int { tests.count }

  subscript(test: Int) -> TokenTest { tests[test] }

  /// The number of a test, new or known.
  mutating func add(_ test: TokenTest) -> Int {
    if let known = index[test] { return known }
    let number = tests.count
    tests.append(test)
    index[test] = number
    switch test {
    case .exactly(let id): bySpelling[id, default: []].append(number)
    case .folded(let id): byFolded[id, default: []].append(number)
    case .lemma(let lemma): byLemma[lemma, default: []].append(number)
    case .word(let lemma, let id):
      byLemma[lemma, default: []].append(number)
      byFolded[id, default: []].append(number)
    case .properties(let conditions):
      add(PropertyTest(number, conditions, &names))
    }
    return number
  }

  private mutating func add(_ test: PropertyTest) {
    bannedTexts.formUnion(test.bannedTexts)
    bannedLowers.formUnion(test.bannedLowers)
    switch test.key {
    case .text(let values):
      for value in values { propertiesByText[value, default: []].append(test) }
    case .lower(let values):
      for value in values { propertiesByLower[value, default: []].append(test) }
    case .lemma(let values):
      for value in values { propertiesByLemma[value, default: []].append(test) }
    case nil: openTests.append(test)
    }
  }

  // MARK: What tests ask for

  /// Calls `body` with each token that a test asks for by itself, and the test.
  func forEachOwn(_ body: (TokenID, Int) -> Void) {
    for (token, tests) in bySpelling { for test in tests { body(token, test) } }
  }

  /// The same with folded tokens that a test asks for in any case.
  func forEachOwnOfFolded(_ body: (TokenID, Int) -> Void) {
    for (token, tests) in byFolded { for test in tests { body(token, test) } }
  }

  /// The lemmas that tests ask for.
  var namedLemmas: Set<String> { Set(byLemma.keys).union(propertiesByLemma.keys) }

  /// The spellings, folded or not, and lemmas that tests of properties ask for or refuse, in order.
  var namedWords: [String] {
    namedLemmas.union(propertiesByText.keys).union(propertiesByLower.keys).union(bannedTexts)
      .union(bannedLowers).sorted()
  }

  /// The bits of a class and form of readings.
  func bits(wordClass: String, form: String) -> ReadingNames.Bits {
    names.bits(wordClass: wordClass, form: form)
  }

  // MARK: One by one

  /// A token with all that tests may ask of it.
  func word(
    _ token: TokenID, _ vocabulary: Vocabulary, readings: [WordAnalysis]
  ) -> Word {
    let text = vocabulary.spelling(token)
    let lower = vocabulary.spelling(vocabulary.folded(token))
    return Word(
      text: text, lower: lower, shape: vocabulary.shape(token), readings: readings,
      bits: readings.map { names.bits(wordClass: $0.wordClass, form: $0.form) },
      isTextBanned: bannedTexts.contains(text), isLowerBanned: bannedLowers.contains(lower))
  }

  /// Calls `body` with each test that a word passes by a spelling or lemma that the test asks for; some perhaps twice.
  func forEachNamed(by word: Word, _ body: (Int) -> Void) {
    for reading in word.readings {
      byLemma[reading.lemma]?.forEach(body)
      Self.forEach(propertiesByLemma[reading.lemma], passedBy: word, body)
    }
    Self.forEach(propertiesByText[word.text], passedBy: word, body)
    Self.forEach(propertiesByLower[word.lower], passedBy: word, body)
  }

  /// Calls `body` with each of the tests that any token may pass that a word passes.
  func forEachOpen(by word: Word, _ body: (Int) -> Void) {
    Self.forEach(openTests, passedBy: word, body)
  }

  private static func forEach(
    _ tests: [PropertyTest]?, passedBy word: Word, _ body: (Int) -> Void
  ) {
    for test in tests ?? [] where test.holds(word) { body(test.number) }
  }

  /// What tests may ask of a token.
  struct Word {
    var text: String
    var lower: String
    var shape: TokenShape
    var readings: [WordAnalysis]
    /// The classes and forms of the readings.
    var bits: [ReadingNames.Bits]
    /// Some test refuses the spelling as it stands, or folded.
    var isTextBanned: Bool
    var isLowerBanned: Bool
    var isBanned: Bool { isTextBanned || isLowerBanned }
  }
}
