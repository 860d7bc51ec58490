import Resolution

/// Makes the record of an event of the corpus from the reports of it.
struct EventSummary {
  /// Parties that a label names at most.
  private static let labelled = 6

  private let corpus: Corpus
  private let groups: [EntityGroup]
  private let vocabulary: LinkVocabulary
  private let cluster: EventCluster
  /// Sorted by document, then by place in the document.
  private let members: [LinkedEvent]

  init(
    _ cluster: EventCluster, in corpus: Corpus, groups: [EntityGroup], vocabulary: LinkVocabulary
  ) {
    self.cluster = cluster
    self.corpus = corpus
    self.groups = groups
    self.vocabulary = vocabulary
    members = cluster.members.sorted {
      $0.document != $1.document
        ? $0.document < $1.document : Corpus.precedes($0.record.id, $1.record.id)
    }
  }

  func record() -> GraphEvent {
    let ids = members.map { GraphMember(document: id(of: $0.document), local: $0.record.id) }
    let counts = corpus.counts(of: members.lazy.map(\.document))
    let status = status()
    let subkind = subkind()
    let participants = cluster.participants.parties.map(party)
    let place = cluster.place.map(place)
    let date = date()
    return GraphEvent(
      id: ids.first?.stableID("v") ?? "", kind: cluster.kind, subkind: subkind, status: status,
      history: history(), participants: participants, hosts: cluster.hosts.parties.map(party),
      place: place, date: date, label: Self.label(participants, place, date),
      documents: counts.documents, stories: counts.stories,
      codes: vocabulary.codes.codes(kind: cluster.kind, subkind: subkind, status: status),
      evidence: members.map(evidence), members: ids,
      confidence: confidence(stories: counts.stories))
  }

  private func id(of document: Int) -> String { corpus.documents[document].id }

  private func evidence(_ member: LinkedEvent) -> GraphEvent.Evidence {
    GraphEvent.Evidence(
      event: member.record.id, rule: member.record.rule,
      stretch: GraphEvidence(document: id(of: member.document), quote: member.record.quote))
  }

  private func party(_ party: LinkedParty) -> GraphEvent.Party {
    let entity = party.group.map { groups[$0].record }
    return GraphEvent.Party(
      entity: entity?.id, name: entity?.name ?? party.record.name, office: party.record.office,
      country: party.record.country ?? entity?.country, role: party.record.role)
  }

  private func place(_ place: LinkedPlace) -> GraphEvent.Place {
    let entity = place.group.map { groups[$0].record }
    return GraphEvent.Place(
      entity: entity?.id, name: entity?.name ?? place.record.name,
      country: place.record.country ?? entity?.country)
  }

  /// The narrowest date, of two alike the first.
  private func date() -> GraphEvent.Date? {
    let dated = members.compactMap { member in
      member.record.date.map { (date: $0, count: member.days?.count ?? Int.max) }
    }
    return dated.min { $0.count < $1.count }.map { dated in
      GraphEvent.Date(
        edtf: dated.date.edtf, extent: dated.date.extent, earliest: dated.date.earliest,
        latest: dated.date.latest)
    }
  }

  private func subkind() -> String? {
    EntityGroup.favourite(
      members.compactMap { member in
        member.record.subkind.map { ($0, corpus.stories[member.document]) }
      })
  }

  // MARK: Statuses

  /// Reports in the order in which they were written.
  private func inTimeOrder() -> [LinkedEvent] {
    members.sorted {
      (corpus.places[$0.document], $0.index) < (corpus.places[$1.document], $1.index)
    }
  }

  /// The status last reported, of settled ones where there are any; of one day the first in the vocabulary's order.
  private func status() -> String {
    let settled = members.filter { vocabulary.settled.contains($0.record.status) }
    let candidates = settled.isEmpty ? members : settled
    func day(_ member: LinkedEvent) -> Int {
      corpus.reported[member.document]?.last.daysSinceEpoch ?? Int.min
    }
    func rank(_ member: LinkedEvent) -> Int {
      vocabulary.statuses.firstIndex(of: member.record.status) ?? vocabulary.statuses.count
    }
    let last = candidates.min { a, b in
      (-max(day(a), -Int.max), rank(a), a.record.status)
        < (-max(day(b), -Int.max), rank(b), b.record.status)
    }
    return last?.record.status ?? ""
  }

  /// Each status with its first report, again where another came between.
  private func history() -> [GraphEvent.Report] {
    var reports: [GraphEvent.Report] = []
    for member in inTimeOrder() where member.record.status != reports.last?.status {
      reports.append(
        GraphEvent.Report(
          status: member.record.status, reported: corpus.documents[member.document].date,
          document: id(of: member.document)))
    }
    return reports
  }

  /// The best report's; each further story takes away from the doubt that is left.
  private func confidence(stories: Int) -> Int {
    let best = members.map(\.record.confidence).max() ?? 0
    return 100 - 2 * (100 - best) / (stories + 1)
  }

  // MARK: Label

  private static func label(
    _ participants: [GraphEvent.Party], _ place: GraphEvent.Place?, _ date: GraphEvent.Date?
  ) -> String {
    var names = participants.prefix(labelled).map { party in
      let name = party.name ?? party.office ?? ""
      guard let country = party.country else { return name }
      return name.isEmpty ? country : "\(name) (\(country))"
    }
    if participants.count > labelled { names.append("+\(participants.count - labelled)") }
    let parts = [
      names.joined(separator: " – "), place?.name ?? place?.country ?? "", date?.edtf ?? "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
