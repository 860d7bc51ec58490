/// Rules and entries as packs have them, most of which find nothing in a corpus: each needs a word that it lacks.
struct SilentRules {
  let words: CorpusWords
  /// How many rules find something.
  private static let loud = 10

  /// A rule file with so many rules.
  func file(rules count: Int) -> String {
    var draws = SplitMix64(seed: 1)
    let loud = words.frequent.dropFirst(100).prefix(Self.loud)
      .map { "\"\($0)\" [kind = word]" }
    let silent = (0..<max(0, count - Self.loud)).map { _ in pattern(&draws) }
    let rules = (loud + silent).enumerated().map { "rule r\($0): \($1) => T { }" }
    return "type T { }\nphase p select longest {\n\(rules.joined(separator: "\n"))\n}\n"
  }

  private func pattern(_ draws: inout SplitMix64) -> String {
    let (a, b, c) = (
      words.frequent(&draws), words.frequent(&draws), words.frequent(&draws)
    )
    let absent = words.absent(&draws)
    switch Int.random(in: 0..<10, using: &draws) {
    case 0: return "x: ([case = capitalized]{1,3}) \"\(absent)\""
    case 1, 2: return "\"\(absent)\" \"\(a)\" (\"\(b)\" | \"\(c)\"){0,2}"
    case 3, 4: return "\"\(a)\" ...{0,3} \"\(absent)\""
    case 5, 6: return "\"\(a)\" (\"\(b)\" | \"\(c)\") [case = capitalized] \"\(absent)\""
    case 7: return "!behind(\"\(b)\") \"\(a)\" \"\(c)\"? \"\(absent)\""
    default: return "\"\(a)\" [lower in [\(b), \(c)]]? \"\(absent)\""
    }
  }

  /// A list of so many names, none of which is in the corpus.
  func table(entries count: Int) -> String {
    var draws = SplitMix64(seed: 2)
    var result = "name\n"
    for number in 0..<count {
      let first = number % 2 == 0 ? words.frequent(&draws) : words.absent(&draws)
      result +=
        "\(first.capitalized) \(words.frequent(&draws).capitalized) \(words.absent(&draws))\n"
    }
    return result
  }
}

extension String {
  /// With a capital first.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
