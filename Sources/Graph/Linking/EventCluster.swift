import Resolution

/// Reports of documents that are taken to be one event.
struct EventCluster {
  /// What speaks against taking a report in.
  enum Verdict {
    case fits
    /// Everything agrees but for statuses that exclude one another.
    case contradicts
    case conflicts
  }

  private enum Agreement { case agrees, open, conflicts }

  /// Reports in the order in which they were taken in.
  private(set) var members: [LinkedEvent] = []
  private(set) var participants = PartySlots()
  private(set) var hosts = PartySlots()
  private(set) var place: LinkedPlace?
  /// The days that all dated reports allow.
  private(set) var days: DateInterval?
  /// The hull of the reports' days.
  private(set) var around: DateInterval?
  private var stories: Set<Int> = []
  private var statuses: Set<String> = []
  private var told: Set<Told> = []
  private var quotes: Set<Quote> = []

  /// A status that a document has told.
  private struct Told: Hashable {
    var document: Int
    var status: String
  }

  /// The words with which a story has told it.
  private struct Quote: Hashable {
    var story: Int
    var text: String
  }

  init(_ event: LinkedEvent) { add(event) }

  var kind: String { members.first?.record.kind ?? "" }

  /// Takes a report in.
  mutating func add(_ event: LinkedEvent) {
    participants.add(event.participants)
    hosts.add(event.hosts)
    place = event.place.map { place?.nearer($0) ?? $0 } ?? place
    days = Self.common(days, event.days)
    around = Self.hull(around, event.around)
    stories.insert(event.story)
    statuses.insert(event.record.status)
    told.insert(Told(document: event.document, status: event.record.status))
    quotes.insert(Quote(story: event.story, text: event.record.quote.text))
    members.append(event)
  }

  /// Whether a report may be of this event.
  ///
  /// One party at least must be shared, and no party, date or place may conflict; what is only missing is no reason
  /// to join, but in copies of one story that tell it with the same words. A document that tells two events of one
  /// status knows that they are two.
  func verdict(on event: LinkedEvent, vocabulary: LinkVocabulary) -> Verdict {
    guard event.record.kind == kind,
      !told.contains(Told(document: event.document, status: event.record.status))
    else { return .conflicts }
    let time = time(of: event)
    let place = place(of: event)
    guard time != .conflicts, place != .conflicts else { return .conflicts }
    let pairing = participants.pairing(event.participants)
    let isOpen = vocabulary.gatherings.contains(kind)
    guard pairing.same > 0,
      isOpen || pairing.unmatched.reported == 0 || pairing.unmatched.known == 0,
      pairing.same > 1 || time == .agrees || place == .agrees || isCopied(event)
    else { return .conflicts }
    let isOpposed = statuses.contains { vocabulary.areOpposed($0, event.record.status) }
    return isOpposed ? .contradicts : .fits
  }

  private func isCopied(_ event: LinkedEvent) -> Bool {
    quotes.contains(Quote(story: event.story, text: event.record.quote.text))
  }

  private func time(of event: LinkedEvent) -> Agreement {
    if let days, let other = event.days { return days.overlaps(other) ? .agrees : .conflicts }
    if stories.contains(event.story) { return .open }
    guard days != nil || event.days != nil, let one = days ?? around, let other = event.around
    else {
      return .conflicts
    }
    return one.overlaps(other) ? .open : .conflicts
  }

  private func place(of event: LinkedEvent) -> Agreement {
    guard let place, let other = event.place else { return .open }
    return place.contains(orIsIn: other) ? .agrees : .conflicts
  }

  private static func common(_ a: DateInterval?, _ b: DateInterval?) -> DateInterval? {
    guard let a, let b else { return a ?? b }
    let (first, last) = (max(a.first, b.first), min(a.last, b.last))
    return first <= last ? DateInterval(first, last) : a
  }

  private static func hull(_ a: DateInterval?, _ b: DateInterval?) -> DateInterval? {
    guard let a, let b else { return a ?? b }
    return DateInterval(min(a.first, b.first), max(a.last, b.last))
  }
}
