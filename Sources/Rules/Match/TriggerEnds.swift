import Gazetteer
import Text

/// The triggers of which the pattern may end in a token: a cheap first question, as most tokens end none.
struct TriggerEnds {
  /// What may stand last, each with the triggers that it ends.
  private var tests: [(test: Int, triggers: TriggerSet)] = []
  /// The same by the folded tokens that end an entry of a list that may stand last.
  private var tokens: [TokenID: TriggerSet] = [:]
  /// By token up to the last of them: whether it is one.
  private var areTokens: [Bool] = []
  /// Nothing is known: these may end in an annotation.
  private var unknown = TriggerSet()
  /// By class of the classifier.
  private var classes: [TriggerSet] = []

  init(_ program: Program) {
    var lasts = LastTests(program.patterns)
    var tests: [Int: TriggerSet] = [:]
    var lists: [Int: TriggerSet] = [:]
    for (number, trigger) in program.triggers.enumerated() {
      guard let pattern = trigger.pattern else { continue }
      let own = TriggerSet(number)
      let start = program.patterns.rules[pattern.rawValue].start
      guard let last = lasts.lasts(from: start, of: program) else {
        unknown.formUnion(own)
        continue
      }
      for test in last.tests { tests[test, default: TriggerSet()].formUnion(own) }
      for list in last.lists { lists[list, default: TriggerSet()].formUnion(own) }
    }
    self.tests = tests.map { ($0.key, $0.value) }
    for (list, triggers) in lists {
      program.lists[list].forEachLastToken { tokens[$0, default: TriggerSet()].formUnion(triggers) }
    }
    let last = tokens.keys.max().map { Int($0.rawValue) } ?? -1
    areTokens = Array(repeating: false, count: last + 1)
    for token in tokens.keys { areTokens[Int(token.rawValue)] = true }
  }

  /// Learns the classes of a classifier, from the first on where it has numbered them anew.
  mutating func learn(_ classifier: TokenClassifier, isAnew: Bool) {
    if isAnew { classes.removeAll(keepingCapacity: true) }
    for number in classes.count..<classifier.count {
      var own = TriggerSet()
      for (test, triggers) in tests
      where classifier.bits(of: number, word: test >> 6) >> UInt64(test & 63) & 1 != 0 {
        own.formUnion(triggers)
      }
      classes.append(own)
    }
  }

  /// The triggers that a token of a class may end.
  func mayEnd(_ folded: TokenID, class number: UInt32) -> TriggerSet {
    let known = unknown.union(classes[Int(number)])
    guard folded.rawValue < areTokens.count, areTokens[Int(folded.rawValue)] else { return known }
    return known.union(tokens[folded] ?? TriggerSet())
  }
}
