import Text

extension GraphEvent {
  /// The record as one line of JSON, its line end included.
  package func line() -> [UInt8] {
    JSONWriter.line { json in
      json.head("event", id: id)
      json.member("kind", kind)
      json.member("subkind", subkind)
      json.member("status", status)
      json.key("history")
      json.array(history) { Self.write($1, to: &$0) }
      json.key("participants")
      json.array(participants) { Self.write($1, to: &$0) }
      json.key("hosts")
      json.array(hosts) { Self.write($1, to: &$0) }
      json.key("place")
      Self.write(place, to: &json)
      json.key("date")
      Self.write(date, to: &json)
      json.member("label", label)
      json.member("documents", documents)
      json.member("stories", stories)
      json.key("codes")
      json.object { json in
        for code in codes {
          json.name(code.scheme)
          json.string(code.code)
        }
      }
      json.key("evidence")
      json.array(evidence) { Self.write($1, to: &$0) }
      json.key("members")
      json.array(members) { $1.write(to: &$0) }
      json.key("confidence")
      json.share(hundredths: confidence)
    }
  }

  private static func write(_ report: Report, to json: inout JSONWriter) {
    json.object { json in
      json.member("status", report.status)
      json.member("reported", report.reported)
      json.member("document", report.document)
    }
  }

  private static func write(_ party: Party, to json: inout JSONWriter) {
    json.object { json in
      json.member("entity", party.entity)
      json.member("name", party.name)
      json.member("office", party.office)
      json.member("country", party.country)
      json.member("role", party.role)
    }
  }

  private static func write(_ place: Place?, to json: inout JSONWriter) {
    guard let place else { return json.string(nil) }
    json.object { json in
      json.member("entity", place.entity)
      json.member("name", place.name)
      json.member("country", place.country)
    }
  }

  private static func write(_ date: Date?, to json: inout JSONWriter) {
    guard let date else { return json.string(nil) }
    json.object { json in
      json.member("edtf", date.edtf)
      json.member("extent", date.extent)
      json.member("earliest", date.earliest)
      json.member("latest", date.latest)
    }
  }

  private static func write(_ evidence: Evidence, to json: inout JSONWriter) {
    json.object { json in
      json.member("document", evidence.stretch.document)
      json.member("event", evidence.event)
      evidence.stretch.writeStretch(to: &json)
      json.member("rule", evidence.rule)
    }
  }
}
