import Text

/// A phase of rules and sentences that it is run over, with the lists and annotations that make them lattices.
struct MatchCase {
  /// The lattice of a sentence: its words, and the annotations that an earlier phase would have made.
  struct Sentence {
    var words: [String]
    var annotations: [(type: String, tokens: TokenRange)] = []
  }

  private(set) var entries: [[String]] = []
  private(set) var sentences: [Sentence] = []
  private(set) var isSkipping: Bool
  private(set) var isLongest: Bool
  private var patterns: [String] = []
  private var headings: [String] = []

  private static let entryPool = [
    ["a"], ["a", "b"], ["c", "c"], ["b", ",", "b"], ["b"], ["c", "a", "b"], ["b", "a"],
  ]

  init(_ choices: some ChoiceSource, sentences count: Int) {
    var generator = PatternGenerator(choices: choices)
    isSkipping = generator.choices.next(below: 2) == 0
    isLongest = generator.choices.next(below: 3) == 0
    for _ in 0..<generator.choices.number(in: 1...4) {
      let entry = generator.choices.pick(Self.entryPool)
      if !entries.contains(entry) { entries.append(entry) }
    }
    for number in 0..<generator.choices.pick([1, 1, 2, 3]) {
      let kind = generator.choices.pick(["rule", "rule", "rule", "block"])
      let priority = generator.choices.pick(["", "", " priority 1"])
      headings.append("\(kind) r\(number)\(priority)")
      patterns.append(generator.pattern(depth: generator.choices.number(in: 1...3)))
    }
    for _ in 0..<count { sentences.append(Self.sentence(&generator)) }
  }

  private static func sentence(
    _ generator: inout PatternGenerator<some ChoiceSource>
  ) -> Sentence {
    var sentence = Sentence(words: generator.sentence())
    for _ in 0..<generator.choices.next(below: 5) {
      let start = generator.choices.next(below: sentence.words.count)
      let end = min(sentence.words.count, start + generator.choices.pick([1, 1, 2, 3]))
      let type = generator.choices.pick(["U", "V"])
      sentence.annotations.append((type, TokenRange(start, end)))
    }
    return sentence
  }

  /// The rule file.
  var source: String {
    let list = entries.map { "\"\($0.joined(separator: " "))\"" }.joined(separator: " | ")
    let rules = zip(headings, patterns).map { heading, pattern in
      "  \(heading): \(pattern)\(heading.hasPrefix("block") ? "" : " => T { }")"
    }
    return """
      type U { } type V { } type T { }
      list l = \(list)
      phase p in sentence, select \(isLongest ? "longest" : "all")\(isSkipping ? ", skipping V" : "") {
      \(rules.joined(separator: "\n"))
      }
      """
  }
}
