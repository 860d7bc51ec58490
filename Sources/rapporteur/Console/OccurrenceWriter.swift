import Authoring
import Pipeline
import Text

/// Writes what a search found: in its context, or as texts with their counts.
struct OccurrenceWriter {
  private let output = CheckedWriter.standardOutput()
  private let isJSON: Bool
  private let isCounting: Bool
  /// Lines for readers at most; 0 for all.
  private let limit: Int
  private var lines = 0
  private var hidden = 0
  private var counts: [String: Int] = [:]

  init(isJSON: Bool, isCounting: Bool, limit: Int) {
    self.isJSON = isJSON
    self.isCounting = isCounting
    self.limit = limit
  }

  mutating func write(_ document: PatternSearch.Document) throws {
    let name = document.path + (document.sourceID.map { " \($0)" } ?? "")
    for (occurrence, codePoints) in zip(document.occurrences, document.codePoints) {
      if isCounting {
        counts[occurrence.text, default: 0] += 1
      } else if isJSON {
        var json = JSONWriter()
        occurrence.write(
          to: &json, path: document.path, sourceID: document.sourceID, codePoints: codePoints)
        try output.write(json.bytes + "\n".utf8)
      } else {
        try show("\(name):\(codePoints.lowerBound): \(occurrence.line)")
      }
    }
  }

  private mutating func show(_ line: String) throws {
    guard limit == 0 || lines < limit else {
      hidden += 1
      return
    }
    lines += 1
    try output.write((line + "\n").utf8)
  }

  mutating func conclude(_ total: PatternSearch.Counts) throws {
    for (text, count) in counts.sorted(by: {
      $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value
    }) {
      guard isJSON else {
        try show("\(count)\t\(text)")
        continue
      }
      var json = JSONWriter()
      PatternSearch.write(text, count: count, to: &json)
      try output.write(json.bytes + "\n".utf8)
    }
    if isJSON {
      var json = JSONWriter()
      total.write(to: &json)
      try output.write(json.bytes + "\n".utf8)
    } else {
      let more = hidden == 0 ? "" : "… and \(hidden) more; --limit 0 shows all\n"
      try output.write((more + total.line + "\n").utf8)
    }
    try output.flush()
  }
}
