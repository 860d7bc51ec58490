package import Text

extension PackComparison.Counts {
  /// Rules that the summary for readers names.
  private static let namedRules = 10

  /// `12 of 926 documents differ: events +10 -3 ~7, mentions +1 -0 ~0`, and a line for each of the rules that gained or
  /// lost most.
  package var lines: [String] {
    let kinds = Fact.Kind.allCases.map { "\($0.rawValue)s \(Self.text(facts[$0] ?? [:]))" }
    let refused = rejected == 0 ? "" : ", \(rejected) rejected"
    let summary =
      "\(differing) of \(documents) document\(documents == 1 ? "" : "s") differ\(refused): "
      + kinds.joined(separator: ", ")
    let rules = rules.sorted {
      let (first, second) = ($0.value.values.reduce(0, +), $1.value.values.reduce(0, +))
      return first == second ? $0.key < $1.key : first > second
    }
    return [summary]
      + rules.prefix(Self.namedRules).map { "  \($0.key) \(Self.text($0.value))" }
  }

  private static func text(_ changes: [Difference.Change: Int]) -> String {
    "+\(changes[.gained] ?? 0) -\(changes[.lost] ?? 0) ~\(changes[.changed] ?? 0)"
  }

  /// A JSON object with all that was counted.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("type")
      json.string("summary")
      for (name, count) in [
        ("documents", documents), ("rejected", rejected), ("differing", differing),
      ] {
        json.name(name)
        json.number(count)
      }
      for kind in Fact.Kind.allCases {
        json.name("\(kind.rawValue)s")
        Self.write(facts[kind] ?? [:], to: &json)
      }
      json.key("rules")
      json.object { json in
        for (rule, changes) in rules.sorted(by: { $0.key < $1.key }) {
          json.name(rule)
          Self.write(changes, to: &json)
        }
      }
    }
  }

  private static func write(_ changes: [Difference.Change: Int], to json: inout JSONWriter) {
    json.object { json in
      for change in Difference.Change.allCases {
        json.name(change.rawValue)
        json.number(changes[change] ?? 0)
      }
    }
  }
}
