import Resolution

/// An event of a document, ready to be compared with those of others.
struct LinkedEvent {
  /// Days that a document's date may be from what it tells without a date.
  private static let horizon = 60

  let document: Int
  /// Index among the document's events.
  let index: Int
  let story: Int
  let record: Extraction.Event
  let participants: [LinkedParty]
  let hosts: [LinkedParty]
  let place: LinkedPlace?
  /// The days on which it may be.
  let days: DateInterval?
  /// Its days, or else those around its document's date.
  let around: DateInterval?

  init(
    document: Int, index: Int, in corpus: Corpus, resolver: PartyResolver
  ) {
    let record = corpus.documents[document].events[index]
    self.document = document
    self.index = index
    self.record = record
    story = corpus.stories[document]
    participants = record.participants.map { resolver.party($0, in: document) }
    hosts = record.hosts.map { resolver.party($0, in: document) }
    place = record.place.map { resolver.place($0, in: document) }
    days = record.date.flatMap(Self.days)
    around = days ?? corpus.reported[document].map(Self.widened)
  }

  private static func days(of date: Extraction.Date) -> DateInterval? {
    if let first = date.earliest.flatMap(EDTF.parse)?.first,
      let last = date.latest.flatMap(EDTF.parse)?.last, first <= last
    {
      return DateInterval(first, last)
    }
    return EDTF.parse(date.edtf)
  }

  private static func widened(_ days: DateInterval) -> DateInterval {
    DateInterval(days.first.adding(days: -horizon), days.last.adding(days: horizon))
  }
}
