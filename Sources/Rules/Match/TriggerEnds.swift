import Gazetteer
import Text

/// Whether a token may be the last of some trigger: a cheap first question, as most ends of phrases are none.
struct TriggerEnds {
  private let tests: [Int]
  /// The folded tokens that end an entry of a list that may stand last.
  private var tokens = Set<TokenID>()
  /// Nothing is known: some trigger may end in an annotation.
  private var isUnknown = false
  /// By class of the classifier.
  private var classes: [Bool] = []

  init(_ program: Program) {
    var lasts = LastTests(program.patterns)
    var tests = Set<Int>()
    var lists = Set<Int>()
    for pattern in program.triggerPatterns {
      let start = program.patterns.rules[pattern.rawValue].start
      guard let own = lasts.lasts(from: start, of: program) else {
        isUnknown = true
        break
      }
      tests.formUnion(own.tests)
      lists.formUnion(own.lists)
    }
    self.tests = tests.sorted()
    for list in lists { program.lists[list].forEachLastToken { tokens.insert($0) } }
  }

  /// Learns the classes of a classifier, from the first on where it has numbered them anew.
  mutating func learn(_ classifier: TokenClassifier, isAnew: Bool) {
    if isAnew { classes.removeAll(keepingCapacity: true) }
    for number in classes.count..<classifier.count {
      classes.append(
        tests.contains { classifier.bits(of: number, word: $0 >> 6) >> UInt64($0 & 63) & 1 != 0 })
    }
  }

  /// Whether a token of a class may end a trigger.
  func mayEnd(_ folded: TokenID, class number: UInt32) -> Bool {
    isUnknown || classes[Int(number)] || tokens.contains(folded)
  }
}
