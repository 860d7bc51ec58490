/// Finds how entities of the corpus belong together: offices held, states acted for, states lain in.
struct RelationFinder {
  private let corpus: Corpus
  private let groups: [EntityGroup]
  private let vocabulary: LinkVocabulary
  /// Ids of the entities that a country code identifies, by the code.
  private var states: [String: String] = [:]
  private var book = RelationBook()

  /// The relations between entities.
  static func relations(
    in corpus: Corpus, groups: [EntityGroup], vocabulary: LinkVocabulary
  ) -> [GraphRelation] {
    var finder = RelationFinder(corpus, groups, vocabulary)
    for group in groups { finder.read(group) }
    return finder.book.relations(in: corpus)
  }

  private init(_ corpus: Corpus, _ groups: [EntityGroup], _ vocabulary: LinkVocabulary) {
    self.corpus = corpus
    self.groups = groups
    self.vocabulary = vocabulary
    for group in groups where vocabulary.byCountry.contains(group.kind) {
      guard let country = group.record.country else { continue }
      states[country] = states[country] ?? group.record.id
    }
  }

  private mutating func read(_ group: EntityGroup) {
    let relations = vocabulary.relations
    if vocabulary.people.contains(group.kind) {
      readOffices(of: group)
      connect(group, to: relations.acting)
    } else if vocabulary.locations.contains(group.kind) {
      connect(group, to: relations.location)
    } else if !vocabulary.byCountry.contains(group.kind) {
      connect(group, to: relations.part)
    }
  }

  private mutating func readOffices(of group: EntityGroup) {
    guard let kind = vocabulary.relations.office else { return }
    for member in group.members {
      let entity = corpus.documents[member.document].entities[member.entity]
      guard let office = entity.office else { continue }
      let country = entity.country ?? group.record.country
      let key = RelationBook.Key(
        kind: kind, subject: group.record.id, object: country.flatMap { states[$0] },
        office: OfficeForm(office).key, country: country)
      book.note(
        key, office: office, document: member.document, quote: entity.officeQuote ?? entity.mention)
    }
  }

  /// Relates an entity to the state of its country, where the corpus has that.
  private mutating func connect(_ group: EntityGroup, to kind: String?) {
    guard let kind, let country = group.record.country, let state = states[country] else { return }
    let key = RelationBook.Key(
      kind: kind, subject: group.record.id, object: state, office: nil, country: country)
    for member in group.members {
      let entity = corpus.documents[member.document].entities[member.entity]
      guard entity.country == country else { continue }
      book.note(key, office: nil, document: member.document, quote: entity.mention)
    }
  }
}
