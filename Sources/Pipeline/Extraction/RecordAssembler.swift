import Graph
import Language
import Resolution
import Rules
import Text

/// Writes what the stages found as a record.
struct RecordAssembler {
  let input: InputDocument
  let document: MatchDocument
  let layout: DocumentZones
  let date: DocumentDate
  let entities: EntityTable
  let times: [TimeMention]
  let documentDate: DateInterval?
  let events: [EventMention]
  let program: Program

  func record() -> DocumentRecord {
    let zones = layout.zones.map { ZoneRecord(kind: $0.kind.rawValue, range: $0.range) }
    let identity = input.sourceID ?? input.path
    var record = DocumentRecord(
      id: StableID.make(prefix: "d", parts: [Array(identity.utf8), input.text]),
      path: input.path, language: "en",
      fingerprint: BodyText.fingerprint(text: input.text, zones: zones), date: dateRecord(),
      text: input.text)
    record.sourceID = input.sourceID
    record.url = input.url
    record.title = input.title
    record.zones = zones
    record.dateline = layout.dateline.map { datelineRecord($0) }
    record.entities = entities.entities.map { entityRecord($0) }
    record.times = timeRecords()
    record.events = events.map { eventRecord($0) }
    return record
  }

  private func text(_ tokens: TokenRange) -> TextRange { document.text.textRange(tokens) }

  private func hundredths(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private func datelineRecord(_ dateline: Dateline) -> DatelineRecord {
    func quote(_ range: TextRange) -> String {
      String(decoding: input.text[range.start..<range.end], as: UTF8.self)
    }
    return DatelineRecord(
      place: quote(dateline.place), country: country(at: dateline.place),
      agency: dateline.agency.map(quote), range: dateline.range)
  }

  /// The country of the place that is mentioned first inside a range.
  private func country(at range: TextRange) -> String? {
    let tokens = document.text.tokens
    let first = tokens.partitioningIndex { $0.range.start >= range.start }
    let last = tokens.partitioningIndex { $0.range.start >= range.end }
    guard first < last else { return nil }
    return entities.references(inside: TokenRange(first, last))
      .lazy.compactMap { entities[$0.entity].country }.first
  }

  private func dateRecord() -> DocumentDateRecord {
    DocumentDateRecord(
      edtf: date.edtf, extent: date.edtf == nil ? nil : date.extent.rawValue,
      method: date.method.rawValue, confidence: hundredths(date.confidence),
      candidates: date.candidates.map {
        .init(edtf: $0.edtf, source: $0.source, range: $0.range, rejected: $0.rejected)
      })
  }

  private func entityRecord(_ entity: Entity) -> EntityRecord {
    let mentions = entity.mentions.sorted { $0.tokens < $1.tokens }.map {
      EntityRecord.Mention(range: text($0.tokens), form: $0.form.rawValue, rule: $0.rule)
    }
    return EntityRecord(
      kind: entity.kind, name: entity.name, country: entity.country, office: entity.office,
      mentions: mentions)
  }

  /// The times with their values; what counts from a told time ("the next day") counts from the one before it.
  private func timeRecords() -> [TimeRecord] {
    var told: DateInterval?
    return times.map { time in
      let resolved = TimeResolver.resolve(
        time.expression, documentDate: documentDate, tense: time.tense, reference: told)
      if let resolved { told = resolved.interval }
      return TimeRecord(
        range: text(time.expression.tokens), kind: time.expression.kind.rawValue,
        edtf: resolved?.edtf, resolution: resolved?.resolution.rawValue, anchor: resolved?.anchor)
    }
  }

  private func eventRecord(_ event: EventMention) -> EventRecord {
    EventRecord(
      kind: event.kind, subkind: event.subkind, status: event.status,
      participants: event.participants.map { party($0, role: "participant") },
      hosts: event.hosts.map { party($0, role: "host") },
      place: event.place.map { place in
        let entity = entities[place.entity]
        return .init(
          entity: place.entity.rawValue, name: entity.name, country: entity.country,
          source: event.placeSource, inheritedFrom: nil)
      }, date: event.date.map { date(of: event, $0) }, range: text(event.tokens),
      trigger: text(event.trigger), claims: event.claims, rule: event.rule,
      confidence: event.confidence)
  }

  private func party(_ filler: EventMention.Filler, role: String) -> EventRecord.Party {
    let entity = entities[filler.entity]
    let isNamedHere = entity.name.map { holds($0, in: filler.tokens) } ?? false
    return EventRecord.Party(
      entity: filler.entity.rawValue, name: entity.name, office: entity.office,
      country: entity.country, role: role,
      nameSource: entity.name == nil ? nil : isNamedHere ? "text" : "document")
  }

  /// Whether the text of some tokens holds a name; characters are compared, which are bytes where all is ASCII.
  private func holds(_ name: String, in tokens: TokenRange) -> Bool {
    let range = text(tokens)
    let stretch = input.text.span.extracting(range.start..<range.end)
    // A line break of two bytes is one character.
    guard TextBytes.isASCII(stretch), TextBytes.isASCII(name.utf8.span),
      TextBytes.firstIndex(of: 0x0D, in: stretch, from: 0) == nil
    else { return document.string(tokens).contains(name) }
    return TextBytes.contains(stretch, name.utf8.span)
  }

  private func date(of event: EventMention, _ date: ResolvedTime) -> EventRecord.Date {
    EventRecord.Date(
      edtf: date.edtf, extent: date.extent.rawValue,
      earliest: EDTF.text(DateInterval(date.interval.first)),
      latest: EDTF.text(DateInterval(date.interval.last)),
      text: event.time.map { document.string($0) },
      resolution: event.isDateInherited ? "inherited" : date.resolution.rawValue,
      anchor: date.anchor, inheritedFrom: nil)
  }
}
