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
  /// The others, and their masks, which are looked through for each token.
  private var others: [PropertyTest] = []
  private var masks: [PropertyMasks] = []
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
    case nil:
      others.append(test)
      masks.append(test.masks)
    }
  }

  /// Calls `body` with each test that a token passes; some perhaps twice.
  func forEachPassed(
    by token: TokenID, _ vocabulary: Vocabulary, readings: [WordAnalysis], _ body: (Int) -> Void
  ) {
    bySpelling[token]?.forEach(body)
    byFolded[vocabulary.folded(token)]?.forEach(body)
    let (text, lower) = (
      vocabulary.spelling(token), vocabulary.spelling(vocabulary.folded(token))
    )
    let word = Word(
      text: text, lower: lower, shape: vocabulary.shape(token), readings: readings,
      bits: readings.map { names.bits(of: $0) }, isTextBanned: bannedTexts.contains(text),
      isLowerBanned: bannedLowers.contains(lower))
    for reading in readings {
      byLemma[reading.lemma]?.forEach(body)
      for test in propertiesByLemma[reading.lemma] ?? [] where test.holds(word) {
        body(test.number)
      }
    }
    for test in propertiesByText[word.text] ?? [] where test.holds(word) { body(test.number) }
    for test in propertiesByLower[word.lower] ?? [] where test.holds(word) { body(test.number) }
    for index in masks.indices where masks[index].fits(word) {
      if others[index].holds(word) { body(others[index].number) }
    }
  }

  /// A token with all that tests may ask of it.
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
  }
}
