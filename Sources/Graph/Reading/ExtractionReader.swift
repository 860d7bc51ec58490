package import Text

/// Reads lines of `extractions.jsonl`.
package enum ExtractionReader {
  /// The document of a line (with or without its end). O(size of the line).
  ///
  /// Throws `E-JSON` where the line is no JSON or no document record; `path` and `line` say where it stands.
  package static func read(
    _ bytes: ArraySlice<UInt8>, path: String, line: Int
  ) throws(Reject) -> Extraction {
    let value: JSONValue
    do {
      value = try JSONReader.read(bytes)
    } catch {
      throw Reject(.json, error.message, path: path, line: line, byte: error.byte)
    }
    do {
      return try extraction(RecordFields(value))
    } catch {
      throw Reject(
        .json, error.message, path: path, sourceID: value["source_id"]?.text, line: line)
    }
  }

  private static func extraction(
    _ fields: RecordFields
  ) throws(RecordFields.Mismatch) -> Extraction {
    guard try fields.text("type") == "document" else {
      throw RecordFields.Mismatch(message: "the record is no document")
    }
    guard try fields.number("schema") == DocumentRecord.schema else {
      throw RecordFields.Mismatch(message: "`schema` is not \(DocumentRecord.schema)")
    }
    let scalars = Array(try fields.text("text").unicodeScalars)
    var entities: [Extraction.Entity] = []
    for entity in try fields.objects("entities") {
      entities.append(try self.entity(entity, scalars))
    }
    var events: [Extraction.Event] = []
    for event in try fields.objects("events") { events.append(try self.event(event)) }
    return Extraction(
      id: try fields.text("id"), sourceID: try fields.optionalText("source_id"),
      path: try fields.text("path"), url: try fields.optionalText("url"),
      title: try fields.optionalText("title"),
      date: try fields.object("date")?.optionalText("edtf"),
      sketch: BodyText.sketch(of: scalars, bodies: try bodies(fields)), entities: entities,
      events: events)
  }

  private static func bodies(_ fields: RecordFields) throws(RecordFields.Mismatch) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for zone in try fields.objects("zones") where try zone.text("kind") == BodyText.zoneKind {
      let (start, end) = (try zone.number("start"), try zone.number("end"))
      if start < end { ranges.append(start..<end) }
    }
    return ranges
  }

  private static func entity(
    _ fields: RecordFields, _ scalars: [Unicode.Scalar]
  ) throws(RecordFields.Mismatch) -> Extraction.Entity {
    var mentions: [Extraction.Quote] = []
    for mention in try fields.objects("mentions") {
      mentions.append(try quote(mention, text: "text"))
    }
    let office = try fields.optionalText("office")
    return Extraction.Entity(
      id: try fields.text("id"), kind: try fields.text("kind"),
      name: try fields.optionalText("name"), country: try fields.optionalText("country"),
      office: office, aliases: try fields.texts("aliases"), mention: mentions.first,
      officeQuote: office.flatMap { OfficeQuote.find($0, beside: mentions, in: scalars) })
  }

  private static func quote(
    _ fields: RecordFields, text: String
  ) throws(RecordFields.Mismatch) -> Extraction.Quote {
    let range = try fields.range()
    return Extraction.Quote(
      start: range.lowerBound, end: range.upperBound, text: try fields.text(text))
  }

  private static func event(_ fields: RecordFields) throws(RecordFields.Mismatch)
    -> Extraction.Event
  {
    Extraction.Event(
      id: try fields.text("id"), kind: try fields.text("kind"),
      subkind: try fields.optionalText("subkind"), status: try fields.text("status"),
      participants: try parties(fields, "participants"), hosts: try parties(fields, "hosts"),
      place: try place(fields), date: try date(fields), quote: try quote(fields, text: "quote"),
      rule: try fields.text("rule"), confidence: try fields.hundredths("confidence"))
  }

  private static func parties(
    _ fields: RecordFields, _ name: String
  ) throws(RecordFields.Mismatch) -> [Extraction.Party] {
    var parties: [Extraction.Party] = []
    for party in try fields.objects(name) {
      parties.append(
        Extraction.Party(
          entity: try party.optionalText("entity"), name: try party.optionalText("name"),
          office: try party.optionalText("office"), country: try party.optionalText("country"),
          role: try party.text("role")))
    }
    return parties
  }

  private static func place(_ fields: RecordFields) throws(RecordFields.Mismatch) -> Extraction
    .Place?
  {
    guard let place = try fields.object("place") else { return nil }
    return Extraction.Place(
      entity: try place.optionalText("entity"), name: try place.optionalText("name"),
      country: try place.optionalText("country"))
  }

  private static func date(_ fields: RecordFields) throws(RecordFields.Mismatch) -> Extraction.Date?
  {
    guard let date = try fields.object("date"), let edtf = try date.optionalText("edtf") else {
      return nil
    }
    return Extraction.Date(
      edtf: edtf, extent: try date.optionalText("extent"),
      earliest: try date.optionalText("earliest"), latest: try date.optionalText("latest"))
  }
}
