package import Text

extension PatternSearch.Counts {
  /// `31 matches in 12 of 926 documents`.
  package var line: String {
    let refused = rejected == 0 ? "" : ", \(rejected) rejected"
    return "\(matches) match\(matches == 1 ? "" : "es") in \(matching) of \(documents) "
      + "document\(documents == 1 ? "" : "s")\(refused)"
  }

  /// A JSON object with all that was counted.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("type")
      json.string("summary")
      for (name, count) in [
        ("documents", documents), ("rejected", rejected), ("matching", matching),
        ("matches", matches),
      ] {
        json.name(name)
        json.number(count)
      }
    }
  }
}

extension PatternSearch {
  /// A JSON object of a text and how often it was found.
  package static func write(_ text: String, count: Int, to json: inout JSONWriter) {
    json.object { json in
      json.key("type")
      json.string("count")
      json.key("text")
      json.string(text)
      json.key("count")
      json.number(count)
    }
  }
}
