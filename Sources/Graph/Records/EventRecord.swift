package import Text

/// An event of one document, as `extractions.jsonl` gives it.
package struct EventRecord: Sendable {
  /// Somebody who takes part, or receives.
  package struct Party: Sendable {
    /// Index of the entity among the document's, from 0.
    package var entity: Int
    package var name: String?
    package var office: String?
    package var country: String?
    package var role: String
    package var nameSource: String?

    package init(
      entity: Int, name: String?, office: String?, country: String?, role: String,
      nameSource: String?
    ) {
      self.entity = entity
      self.name = name
      self.office = office
      self.country = country
      self.role = role
      self.nameSource = nameSource
    }
  }

  package struct Place: Sendable {
    package var entity: Int
    package var name: String?
    package var country: String?
    package var source: String
    /// Number of the event that it is taken from, from 1.
    package var inheritedFrom: Int?

    package init(
      entity: Int, name: String?, country: String?, source: String, inheritedFrom: Int?
    ) {
      self.entity = entity
      self.name = name
      self.country = country
      self.source = source
      self.inheritedFrom = inheritedFrom
    }
  }

  package struct Date: Sendable {
    package var edtf: String
    package var extent: String
    package var earliest: String
    package var latest: String
    package var text: String?
    package var resolution: String
    package var anchor: String?
    package var inheritedFrom: Int?

    package init(
      edtf: String, extent: String, earliest: String, latest: String, text: String?,
      resolution: String, anchor: String?, inheritedFrom: Int?
    ) {
      self.edtf = edtf
      self.extent = extent
      self.earliest = earliest
      self.latest = latest
      self.text = text
      self.resolution = resolution
      self.anchor = anchor
      self.inheritedFrom = inheritedFrom
    }
  }

  package var kind: String
  package var subkind: String?
  package var status: String
  package var participants: [Party]
  package var hosts: [Party]
  package var place: Place?
  package var date: Date?
  package var range: TextRange
  package var trigger: TextRange
  package var claims: [(status: String, rule: String)]
  package var rule: String
  /// Of one hundred.
  package var confidence: Int

  package init(
    kind: String, subkind: String?, status: String, participants: [Party], hosts: [Party],
    place: Place?, date: Date?, range: TextRange, trigger: TextRange,
    claims: [(status: String, rule: String)], rule: String, confidence: Int
  ) {
    self.kind = kind
    self.subkind = subkind
    self.status = status
    self.participants = participants
    self.hosts = hosts
    self.place = place
    self.date = date
    self.range = range
    self.trigger = trigger
    self.claims = claims
    self.rule = rule
    self.confidence = confidence
  }

  func write(to json: inout JSONWriter, id: Int, text: [UInt8], offsets: CodePointOffsets) {
    json.object { json in
      json.member("id", "v", id)
      json.member("kind", kind)
      json.member("subkind", subkind)
      json.member("status", status)
      json.key("participants")
      json.array(participants) { json, party in Self.write(party, to: &json) }
      json.key("hosts")
      json.array(hosts) { json, party in Self.write(party, to: &json) }
      json.key("place")
      write(place, to: &json)
      json.key("date")
      write(date, to: &json)
      json.member("quote", range, of: text)
      json.range(range, offsets)
      json.key("trigger")
      json.array([trigger.start, trigger.end]) { json, byte in json.number(offsets.offset(byte)) }
      json.key("claims")
      json.array(claims) { json, claim in
        json.object { json in
          json.member("status", claim.status)
          json.member("by", claim.rule)
        }
      }
      json.member("rule", rule)
      json.key("confidence")
      json.share(hundredths: confidence)
    }
  }

  private static func write(_ party: Party, to json: inout JSONWriter) {
    json.object { json in
      json.member("entity", "e", party.entity + 1)
      json.member("name", party.name)
      json.member("office", party.office)
      json.member("country", party.country)
      json.member("role", party.role)
      json.member("name_source", party.nameSource)
    }
  }

  private func write(_ place: Place?, to json: inout JSONWriter) {
    guard let place else { return json.string(nil) }
    json.object { json in
      json.member("entity", "e", place.entity + 1)
      json.member("name", place.name)
      json.member("country", place.country)
      json.member("source", place.source)
      json.member("inherited_from", "v", place.inheritedFrom)
    }
  }

  private func write(_ date: Date?, to json: inout JSONWriter) {
    guard let date else { return json.string(nil) }
    json.object { json in
      json.member("edtf", date.edtf)
      json.member("extent", date.extent)
      json.member("earliest", date.earliest)
      json.member("latest", date.latest)
      json.member("text", date.text)
      json.member("resolution", date.resolution)
      json.member("anchor", date.anchor)
      json.member("inherited_from", "v", date.inheritedFrom)
    }
  }
}
