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
  private var others: [PropertyTest] = []
  /// Those of `others`, which are looked through for each token.
  private var masks: [PropertyMasks] = []
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
      let other = PropertyTest(number, conditions, &names)
      others.append(other)
      masks.append(other.masks)
    }
    return number
  }

  /// Calls `body` with each test that a token passes; some perhaps twice.
  func forEachPassed(
    by token: TokenID, _ vocabulary: Vocabulary, readings: [WordAnalysis], _ body: (Int) -> Void
  ) {
    bySpelling[token]?.forEach(body)
    byFolded[vocabulary.folded(token)]?.forEach(body)
    for reading in readings { byLemma[reading.lemma]?.forEach(body) }
    let bits = readings.map { names.bits(of: $0) }
    let shape = vocabulary.shape(token)
    let texts = (
      text: vocabulary.spelling(token), lower: vocabulary.spelling(vocabulary.folded(token))
    )
    for (index, masks) in masks.enumerated() where masks.fits(shape, bits) {
      if others[index].holds(texts, shape, readings, bits) { body(others[index].number) }
    }
  }
}
