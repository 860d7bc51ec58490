/// Finds the entities of the corpus that the records of documents speak of.
struct PartyResolver {
  private let groups: [EntityGroup]
  private let vocabulary: LinkVocabulary
  /// For each document the group of each local id.
  private var numbers: [[String: Int]]

  init(_ groups: [EntityGroup], in corpus: Corpus, vocabulary: LinkVocabulary) {
    self.groups = groups
    self.vocabulary = vocabulary
    numbers = Array(repeating: [:], count: corpus.documents.count)
    for (number, group) in groups.enumerated() {
      for member in group.members {
        numbers[member.document][corpus.documents[member.document].entities[member.entity].id] =
          number
      }
    }
  }

  func group(_ id: String?, in document: Int) -> Int? { id.flatMap { numbers[document][$0] } }

  func party(_ party: Extraction.Party, in document: Int) -> LinkedParty {
    LinkedParty(
      party, group: group(party.entity, in: document), groups: groups, vocabulary: vocabulary)
  }

  func place(_ place: Extraction.Place, in document: Int) -> LinkedPlace {
    LinkedPlace(
      place, group: group(place.entity, in: document), groups: groups, vocabulary: vocabulary)
  }
}
