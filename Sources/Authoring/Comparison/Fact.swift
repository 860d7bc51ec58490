package import Text

/// Something that the record of a document states: a mention of an entity, or an event.
package struct Fact: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case event, mention
  }

  /// A named value; absent where the record gives none.
  package struct Value: Sendable, Equatable {
    package var name: String
    package var text: String?
  }

  package var kind: Kind
  /// Where it stands: the trigger of an event, the name of an entity.
  package var range: TextRange
  /// In the same order for all facts of a kind.
  package var values: [Value]
  package var rule: String
  /// The text that proves it, see `Quote`.
  package var quote: String

  /// Facts of two records that have the same place are about the same thing.
  struct Place: Hashable {
    var kind: Kind
    var range: TextRange
    /// Counts facts of the kind in the range, from 0.
    var number: Int
  }
}

/// Text of a document as a line for readers.
enum Quote {
  /// Code points that are shown.
  static let limit = 240

  /// The text of a range with runs of spaces, line ends and control characters as one space each, cut behind `limit`
  /// code points.
  static func text(_ range: TextRange, of text: [UInt8]) -> String {
    line(String(decoding: text[range.start..<range.end], as: UTF8.self))
  }

  /// A text as one line; nothing in it can move a cursor.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard result.count < limit else { return String(result) + "…" }
      if !scalar.properties.isWhitespace, scalar.properties.generalCategory != .control {
        result.append(scalar)
      } else if result.last != " " {
        result.append(" ")
      }
    }
    return String(result)
  }
}
