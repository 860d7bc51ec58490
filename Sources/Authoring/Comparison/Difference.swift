package import Text

/// What a fact became from one state of a pack to another.
package enum Difference: Sendable, Equatable {
  case gained(Fact)
  case lost(Fact)
  case changed(Fact, Fact)

  package enum Change: String, Sendable, CaseIterable {
    case gained, lost, changed
  }

  package var change: Change {
    switch self {
    case .gained: .gained
    case .lost: .lost
    case .changed: .changed
    }
  }

  /// The fact as it is now, or was where it is lost.
  package var fact: Fact {
    switch self {
    case .gained(let fact), .lost(let fact), .changed(_, let fact): fact
    }
  }

  /// The differences between the facts of a document, its events first, by their places in the text; a fact that only another rule finds
  /// is the same. O(n log n).
  static func all(from old: [Fact], to new: [Fact]) -> [Difference] {
    let (before, after) = (placed(old), placed(new))
    var result = before.compactMap { place, fact -> Difference? in
      guard let other = after[place] else { return .lost(fact) }
      return other.values == fact.values ? nil : .changed(fact, other)
    }
    result += after.filter { before[$0.key] == nil }.map { .gained($0.value) }
    return result.sorted { $0.order < $1.order }
  }

  private static func placed(_ facts: [Fact]) -> [Fact.Place: Fact] {
    var result: [Fact.Place: Fact] = [:]
    for fact in facts {
      var place = Fact.Place(kind: fact.kind, range: fact.range, number: 0)
      while result[place] != nil { place.number += 1 }
      result[place] = fact
    }
    return result
  }

  /// Events first, each kind by place: a total order.
  private var order: (String, Int, Int, String, String) {
    let values = fact.values.map { $0.text ?? "" }.joined(separator: "\t")
    return (fact.kind.rawValue, fact.range.start, fact.range.end, change.rawValue, values)
  }
}

extension Difference {
  /// `+ event: status held; … [rule]`, with the quote on a line of its own.
  package var lines: [String] {
    switch self {
    case .gained(let fact): ["+ " + fact.summary, fact.proof]
    case .lost(let fact): ["- " + fact.summary, fact.proof]
    case .changed(let old, let new): ["~ " + new.summary(after: old), new.proof]
    }
  }

  /// A JSON object with the fact before and after.
  package func write(to json: inout JSONWriter, path: String, sourceID: String?) {
    json.object { json in
      json.key("type")
      json.string("difference")
      json.key("change")
      json.string(change.rawValue)
      json.key("fact")
      json.string(fact.kind.rawValue)
      json.key("path")
      json.string(path)
      json.key("source_id")
      json.string(sourceID)
      switch self {
      case .gained(let fact): fact.write(to: &json, as: "new")
      case .lost(let fact): fact.write(to: &json, as: "old")
      case .changed(let old, let new):
        old.write(to: &json, as: "old")
        new.write(to: &json, as: "new")
      }
    }
  }
}

extension Fact {
  fileprivate var proof: String { "    \"\(quote)\"" }

  fileprivate var summary: String {
    let values = values.compactMap { value in value.text.map { "\(value.name) \($0)" } }
    return line(values)
  }

  /// What kind it is of, and what differs.
  fileprivate func summary(after old: Fact) -> String {
    let changes = zip(old.values, values).compactMap { before, after in
      before.text == after.text
        ? nil : "\(after.name) \(before.text ?? "-") → \(after.text ?? "-")"
    }
    return line(changes)
  }

  private func line(_ parts: [String]) -> String {
    "\(kind.rawValue): \(Quote.line(parts.joined(separator: "; "))) [\(rule)]"
  }

  fileprivate func write(to json: inout JSONWriter, as name: String) {
    json.key(name)
    json.object { json in
      for value in values {
        json.name(value.name)
        json.string(value.text)
      }
      json.key("rule")
      json.string(rule)
      json.key("quote")
      json.string(quote)
    }
  }
}
