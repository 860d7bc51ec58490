import Authoring
import Diagnostics
import Pipeline
import Text

/// Writes the findings of the author's tools, for readers or as JSON Lines.
struct FindingWriter {
  private let output: CheckedWriter
  private let isJSON: Bool

  init(_ output: CheckedWriter, isJSON: Bool) {
    self.output = output
    self.isJSON = isJSON
  }

  func write(_ finding: Diagnostic) throws {
    guard isJSON else { return try output.write((finding.rendered() + "\n").utf8) }
    var json = JSONWriter()
    finding.write(to: &json)
    try output.write(json.bytes + "\n".utf8)
  }

  /// The last line of a pack: `diplomacy: 210 passed, 1 failed`.
  func conclude(_ pack: String, counts: [(name: String, count: Int)]) throws {
    guard isJSON else {
      let parts = counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
      return try output.write("\(pack): \(parts)\n".utf8)
    }
    var json = JSONWriter()
    json.object { json in
      json.name("type")
      json.string("summary")
      json.name("pack")
      json.string(pack)
      for (name, count) in counts {
        json.name(name.split(separator: " ").joined(separator: "_"))
        json.number(count)
      }
    }
    try output.write(json.bytes + "\n".utf8)
  }
}
