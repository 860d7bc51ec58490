import Resolution

/// Finds which journeys follow one another, which events fall on a journey, and which reports contradict.
struct JourneyFinder {
  /// Days between the end of a journey and the start of the next at most.
  private static let pause = 3
  /// Longer stretches do not say when an event is.
  private static let longest = 31

  private let clusters: [EventCluster]
  private let events: [GraphEvent]
  private let vocabulary: LinkVocabulary
  private var book = RelationBook()

  /// The relations between events; `events` are the records of the linker's clusters, in their order.
  static func relations(
    of linker: EventLinker, events: [GraphEvent], in corpus: Corpus, vocabulary: LinkVocabulary
  ) -> [GraphRelation] {
    var finder = JourneyFinder(
      clusters: linker.clusters, events: events, vocabulary: vocabulary)
    if let kind = vocabulary.relations.journey { finder.findJourneys(kind) }
    if let kind = vocabulary.relations.contradiction {
      for pair in linker.contradictions.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        finder.note(kind, pair[0], pair[1])
      }
    }
    return finder.book.relations(in: corpus)
  }

  private init(clusters: [EventCluster], events: [GraphEvent], vocabulary: LinkVocabulary) {
    self.clusters = clusters
    self.events = events
    self.vocabulary = vocabulary
  }

  private mutating func note(_ kind: String, _ subject: Int, _ object: Int) {
    let key = RelationBook.Key(
      kind: kind, subject: events[subject].id, object: events[object].id, office: nil,
      country: nil)
    for member in clusters[subject].members + clusters[object].members {
      book.note(key, office: nil, document: member.document, quote: member.record.quote)
    }
  }

  private mutating func findJourneys(_ kind: String) {
    var byPerson: [String: [Int]] = [:]
    for (index, cluster) in clusters.enumerated() {
      guard let days = cluster.days, days.count <= Self.longest else { continue }
      for party in cluster.participants.parties where party.isPerson {
        byPerson[party.identity, default: []].append(index)
      }
    }
    var pairs: Set<[Int]> = []
    for person in byPerson.keys.sorted() { pairs.formUnion(journeys(byPerson[person] ?? [])) }
    for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      note(kind, pair[0], pair[1])
    }
  }

  /// Pairs of a journey and what belongs to it, among one person's events.
  private func journeys(_ indices: [Int]) -> [[Int]] {
    let dated = indices.compactMap { index in
      clusters[index].days.map { (days: $0, index: index) }
    }.sorted { ($0.days.first, $0.days.last, $0.index) < ($1.days.first, $1.days.last, $1.index) }
    var pairs: [[Int]] = []
    for (position, one) in dated.enumerated() {
      for other in dated[(position + 1)...] {
        guard other.days.first <= one.days.last.adding(days: Self.pause) else { break }
        if let pair = pair(one.index, other.index) { pairs.append(pair) }
      }
    }
    return pairs
  }

  /// The journey and what belongs to it, nil where the two do not belong together.
  private func pair(_ first: Int, _ second: Int) -> [Int]? {
    guard events[first].status == events[second].status else { return nil }
    let isSameCountry = events[first].place?.country == events[second].place?.country
    switch (isJourney(first), isJourney(second)) {
    case (true, true): return isSameCountry ? nil : [first, second]
    case (false, false): return nil
    case (let isFirst, _):
      guard isSameCountry, events[first].place?.country != nil, overlap(first, second) else {
        return nil
      }
      return isFirst ? [first, second] : [second, first]
    }
  }

  private func isJourney(_ index: Int) -> Bool {
    vocabulary.journeys.contains(clusters[index].kind)
  }

  private func overlap(_ a: Int, _ b: Int) -> Bool {
    guard let one = clusters[a].days, let other = clusters[b].days else { return false }
    return one.overlaps(other)
  }
}
