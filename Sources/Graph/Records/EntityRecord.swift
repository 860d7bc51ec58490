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
      json.name("id")
      json.string("e\(id)")
      json.name("kind")
      json.string(kind)
      for (key, value, source) in [
        ("name", name, nameSource), ("country", country, countrySource),
        ("office", office, officeSource),
      ] {
        json.member(key, value)
        json.member("\(key)_source", value == nil ? nil : source)
      }
      json.name("aliases")
      json.array(aliases) { $0.string($1) }
      json.name("mentions")
      json.array(mentions) { json, mention in
        json.object { json in
          json.name("start")
          json.number(offsets.offset(mention.range.start))
          json.name("end")
          json.number(offsets.offset(mention.range.end))
          json.name("text")
          json.string(
            String(decoding: text[mention.range.start..<mention.range.end], as: UTF8.self))
          json.name("form")
          json.string(mention.form)
          json.name("rule")
          json.string(mention.rule)
        }
      }
    }
  }
}
