import Authoring
import Pipeline
import Text

/// Writes differences for readers, or as JSON Lines.
struct DifferenceWriter {
  private let output = CheckedWriter.standardOutput()
  private let isJSON: Bool
  /// Lines for readers at most; 0 for all.
  private let limit: Int
  private var lines = 0
  private var hidden = 0

  init(isJSON: Bool, limit: Int) {
    self.isJSON = isJSON
    self.limit = limit
  }

  mutating func write(_ document: PackComparison.Document) throws {
    guard !isJSON else {
      for difference in document.differences {
        var json = JSONWriter()
        difference.write(to: &json, path: document.path, sourceID: document.sourceID)
        try output.write(json.bytes + "\n".utf8)
      }
      return
    }
    guard hasRoom else {
      hidden += document.differences.count
      return
    }
    try write(line: document.path + (document.sourceID.map { " \($0)" } ?? ""))
    for difference in document.differences {
      guard hasRoom else {
        hidden += 1
        continue
      }
      for line in difference.lines { try write(line: line) }
    }
  }

  private var hasRoom: Bool { limit == 0 || lines + 2 <= limit }

  private mutating func write(line: String) throws {
    lines += 1
    try output.write((line + "\n").utf8)
  }

  /// What was counted: documents, facts, and for readers the rules whose events differ most.
  mutating func conclude(_ counts: PackComparison.Counts) throws {
    if isJSON {
      var json = JSONWriter()
      counts.write(to: &json)
      try output.write(json.bytes + "\n".utf8)
    } else {
      if hidden > 0 { try write(line: "… and \(hidden) more; --limit 0 shows all") }
      for line in counts.lines { try write(line: line) }
    }
    try output.flush()
  }
}
