/// A document and what was found in it, as the linker keeps it: its text is only a sketch.
///
/// Made from a line of `extractions.jsonl` by `ExtractionReader`. Offsets are code points.
package struct Extraction: Sendable, Hashable {
  /// A stretch of the document's text.
  package struct Quote: Sendable, Hashable {
    package var start: Int
    package var end: Int
    package var text: String
  }

  /// An entity of the document.
  package struct Entity: Sendable, Hashable {
    package var id: String
    package var kind: String
    package var name: String?
    package var country: String?
    package var office: String?
    package var aliases: [String]
    /// The first place that names it.
    package var mention: Quote?
    /// A place that gives its office beside a mention of it.
    package var officeQuote: Quote?
  }

  /// Somebody who takes part in an event or receives it.
  package struct Party: Sendable, Hashable {
    package var entity: String?
    package var name: String?
    package var office: String?
    package var country: String?
    package var role: String
  }

  package struct Place: Sendable, Hashable {
    package var entity: String?
    package var name: String?
    package var country: String?
  }

  package struct Date: Sendable, Hashable {
    package var edtf: String
    package var extent: String?
    package var earliest: String?
    package var latest: String?
  }

  /// An event of the document.
  package struct Event: Sendable, Hashable {
    package var id: String
    package var kind: String
    package var subkind: String?
    package var status: String
    package var participants: [Party]
    package var hosts: [Party]
    package var place: Place?
    package var date: Date?
    package var quote: Quote
    package var rule: String
    /// Of one hundred.
    package var confidence: Int
  }

  package var id: String
  package var sourceID: String?
  package var path: String
  package var url: String?
  package var title: String?
  /// The document's date (EDTF).
  package var date: String?
  package var sketch: ShingleSketch
  package var entities: [Entity]
  /// In text order.
  package var events: [Event]
}
