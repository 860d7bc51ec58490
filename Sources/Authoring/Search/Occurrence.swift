package import Text

/// A stretch of a document's text that a pattern matches, with what stands around it.
package struct Occurrence: Sendable, Equatable {
  package var range: TextRange
  /// The match as one line, see `Quote`.
  package var text: String
  /// What stands before and behind it in its sentence.
  package var left: String
  package var right: String

  /// Code points of context to either side that a line for readers shows.
  private static let context = 48

  /// The match in its context, the last or first words of which are shown.
  package var line: String {
    let left = left.unicodeScalars.count > Self.context ? "…" + left.suffix(Self.context) : left
    let right =
      right.unicodeScalars.count > Self.context ? right.prefix(Self.context) + "…" : right
    return "\(left)[\(text)]\(right)"
  }

  /// A JSON object with byte offsets told as code points of the document's text.
  package func write(
    to json: inout JSONWriter, path: String, sourceID: String?, codePoints: Range<Int>
  ) {
    json.object { json in
      json.key("type")
      json.string("match")
      json.key("path")
      json.string(path)
      json.key("source_id")
      json.string(sourceID)
      json.key("start")
      json.number(codePoints.lowerBound)
      json.key("end")
      json.number(codePoints.upperBound)
      for (name, value) in [("text", text), ("left", left), ("right", right)] {
        json.name(name)
        json.string(value)
      }
    }
  }
}
