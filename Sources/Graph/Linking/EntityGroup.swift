/// The entities of documents that are one entity of the corpus.
struct EntityGroup {
  /// An entity of a document, by its place in the document's list.
  struct Member: Hashable {
    var document: Int
    var entity: Int
  }

  let kind: String
  /// Sorted by document, then by local id.
  let members: [Member]
  let record: GraphEntity

  init(_ members: [Member], in corpus: Corpus) {
    func entity(_ member: Member) -> Extraction.Entity {
      corpus.documents[member.document].entities[member.entity]
    }
    let sorted = members.sorted { a, b in
      a.document != b.document
        ? a.document < b.document : Corpus.precedes(entity(a).id, entity(b).id)
    }
    self.members = sorted
    kind = sorted.first.map { entity($0).kind } ?? ""
    let ids = sorted.map {
      GraphMember(document: corpus.documents[$0.document].id, local: entity($0).id)
    }
    let name = Self.favourite(
      sorted.compactMap { member in entity(member).name.map { ($0, member.document) } })
    let others = sorted.flatMap { entity($0).aliases + [entity($0).name].compactMap { $0 } }
    let counts = corpus.counts(of: sorted.lazy.map(\.document))
    record = GraphEntity(
      id: ids.first?.stableID("e") ?? "", kind: kind, name: name,
      aliases: Set(others).subtracting([name].compactMap { $0 }).sorted(),
      country: sorted.lazy.compactMap { entity($0).country }.first,
      documents: counts.documents, stories: counts.stories, members: ids)
  }

  /// The value of most documents; of two alike the longer, then the smaller.
  static func favourite(_ values: [(value: String, document: Int)]) -> String? {
    var documents: [String: Set<Int>] = [:]
    for (value, document) in values { documents[value, default: []].insert(document) }
    return documents.max { a, b in
      if a.value.count != b.value.count { return a.value.count < b.value.count }
      if a.key.utf8.count != b.key.utf8.count { return a.key.utf8.count < b.key.utf8.count }
      return a.key > b.key
    }?.key
  }
}
