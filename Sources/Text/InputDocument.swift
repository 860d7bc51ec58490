/// A document as it came in, decoded: valid UTF-8 text and whatever its source said about it.
package struct InputDocument: Sendable {
  /// The id that the input gave (a JSONL field), if any.
  package var sourceID: String?
  /// The file relative to the argument that named it; `-` for standard input.
  package var path: String
  /// 1-based line of a JSONL input.
  package var line: Int?
  /// Valid UTF-8; for plain text and JSONL exactly the input's text after decoding.
  package var text: [UInt8]
  package var title: String?
  package var url: String?
  /// The article's date as handed over (`YYYY-MM-DD`, `YYYY-MM` or `YYYY`).
  package var date: String?
  /// The day of the crawl; ranks last.
  package var crawlDate: String?
  /// Dates that HTML metadata claims.
  package var metadataDates: [MetadataDate] = []
  /// Layout of a text that came from HTML, in text order; empty for plain text.
  package var blocks: [LayoutBlock] = []
  /// Invalid bytes that became U+FFFD.
  package var replacedBytes = 0

  package init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }
}

/// A date that a page's metadata gives, e.g. source `json-ld datePublished`, value `2024-01-26`.
package struct MetadataDate: Sendable, Hashable {
  package var source: String
  package var value: String

  package init(source: String, value: String) {
    self.source = source
    self.value = value
  }
}

/// A block element's text in a page that was HTML.
package struct LayoutBlock: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case paragraph, heading, listItem, caption, other
  }

  package var range: TextRange
  package var kind: Kind
  /// Bytes of the block's text that stand inside links.
  package var linkedBytes: Int
  /// Names of the elements, classes and ids around the block, innermost first, lower case.
  package var context: [String]

  package init(range: TextRange, kind: Kind, linkedBytes: Int, context: [String]) {
    self.range = range
    self.kind = kind
    self.linkedBytes = linkedBytes
    self.context = context
  }
}
