package import Text

/// A document and everything found in it: one line of `extractions.jsonl`.
package struct DocumentRecord: Sendable {
  package var id: String
  package var sourceID: String?
  package var path: String
  package var url: String?
  package var title: String?
  package var language: String
  package var fingerprint: String
  package var date: DocumentDateRecord
  package var dateline: DatelineRecord?
  package var zones: [ZoneRecord] = []
  package var text: [UInt8]
  package var entities: [EntityRecord] = []
  package var times: [TimeRecord] = []
  package var events: [EventRecord] = []

  package init(
    id: String, path: String, language: String, fingerprint: String, date: DocumentDateRecord,
    text: [UInt8]
  ) {
    self.id = id
    self.path = path
    self.language = language
    self.fingerprint = fingerprint
    self.date = date
    self.text = text
  }

  /// The version of the records.
  package static let schema = 1

  /// The record as one line of JSON, its line end included.
  package func line() -> [UInt8] {
    let offsets = CodePointOffsets(text)
    // Most records are two to four times as long as their text.
    var json = JSONWriter(capacity: text.count * 4 + 2048)
    json.object { json in
      json.member("type", "document")
      json.member("schema", Self.schema)
      json.member("id", id)
      json.member("source_id", sourceID)
      json.member("path", path)
      json.member("url", url)
      json.member("title", title)
      json.member("language", language)
      json.member("fingerprint", fingerprint)
      json.key("date")
      date.write(to: &json, offsets: offsets)
      json.key("dateline")
      DatelineRecord.write(dateline, to: &json, offsets: offsets)
      json.key("zones")
      json.array(zones) { json, zone in zone.write(to: &json, offsets: offsets) }
      json.key("text")
      json.string(text.span)
      json.key("entities")
      json.numberedArray(entities) { json, number, entity in
        entity.write(to: &json, id: number, text: text, offsets: offsets)
      }
      json.key("times")
      json.array(times) { json, time in time.write(to: &json, text: text, offsets: offsets) }
      json.key("events")
      json.numberedArray(events) { json, number, event in
        event.write(to: &json, id: number, text: text, offsets: offsets)
      }
    }
    json.endLine()
    return json.bytes
  }
}

/// A zone of the text.
package struct ZoneRecord: Sendable {
  package var kind: String
  package var range: TextRange

  package init(kind: String, range: TextRange) {
    self.kind = kind
    self.range = range
  }

  func write(to json: inout JSONWriter, offsets: CodePointOffsets) {
    json.object { json in
      json.member("kind", kind)
      json.range(range, offsets)
    }
  }
}

/// Where and by whom a story was filed.
package struct DatelineRecord: Sendable {
  package var place: String?
  package var country: String?
  package var agency: String?
  package var range: TextRange

  package init(place: String?, country: String?, agency: String?, range: TextRange) {
    self.place = place
    self.country = country
    self.agency = agency
    self.range = range
  }

  static func write(
    _ dateline: DatelineRecord?, to json: inout JSONWriter, offsets: CodePointOffsets
  ) {
    guard let dateline else { return json.string(nil) }
    json.object { json in
      json.member("place", dateline.place)
      json.member("country", dateline.country)
      json.member("agency", dateline.agency)
      json.range(dateline.range, offsets)
    }
  }
}
