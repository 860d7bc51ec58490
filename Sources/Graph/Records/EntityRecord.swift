package import Text

/// An entity of one document with its mentions, as `extractions.jsonl` gives it.
package struct EntityRecord: Sendable {
  /// One place where the text names the entity.
  package struct Mention: Sendable {
    package var range: TextRange
    package var form: String
    package var rule: String

    package init(range: TextRange, form: String, rule: String) {
      self.range = range
      self.form = form
      self.rule = rule
    }
  }

  package var kind: String
  package var name: String?
  package var country: String?
  package var office: String?
  /// Where each comes from: `text`, `document`, `table` or `inferred`; not written where there is no value.
  package var nameSource = "text"
  package var countrySource = "text"
  package var officeSource = "text"
  /// Other names that the document gives, no two alike.
  package var aliases: [String] = []
  package var mentions: [Mention]

  package init(
    kind: String, name: String?, country: String?, office: String?, mentions: [Mention]
  ) {
    self.kind = kind
    self.name = name
    self.country = country
    self.office = office
    self.mentions = mentions
  }

  func write(to json: inout JSONWriter, id: Int, text: [UInt8], offsets: CodePointOffsets) {
    json.object { json in
      json.member("id", "e", id)
      json.member("kind", kind)
      json.member("name", name)
      json.member("name_source", name == nil ? nil : nameSource)
      json.member("country", country)
      json.member("country_source", country == nil ? nil : countrySource)
      json.member("office", office)
      json.member("office_source", office == nil ? nil : officeSource)
      json.key("aliases")
      json.array(aliases) { $0.string($1) }
      json.key("mentions")
      json.array(mentions) { json, mention in
        json.object { json in
          json.range(mention.range, offsets)
          json.member("text", mention.range, of: text)
          json.member("form", mention.form)
          json.member("rule", mention.rule)
        }
      }
    }
  }
}
