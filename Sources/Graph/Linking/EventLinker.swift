/// Decides which events of documents are one: in text order, each into the first that fits.
///
/// Documents are taken in the order in which they were written, so that an event's life is read forwards.
struct EventLinker {
  private(set) var clusters: [EventCluster] = []
  /// Pairs of clusters that would be one if their statuses did not exclude one another, smaller index first.
  private(set) var contradictions: Set<[Int]> = []

  private let vocabulary: LinkVocabulary
  private var index = EventIndex()

  init(_ corpus: Corpus, resolver: PartyResolver, vocabulary: LinkVocabulary) {
    self.vocabulary = vocabulary
    for document in corpus.order {
      for event in corpus.documents[document].events.indices {
        place(LinkedEvent(document: document, index: event, in: corpus, resolver: resolver))
      }
    }
  }

  private mutating func place(_ event: LinkedEvent) {
    var contradicted: [Int] = []
    var fitting: Int?
    for candidate in index.candidates(for: event) {
      switch clusters[candidate].verdict(on: event, vocabulary: vocabulary) {
      case .conflicts: continue
      case .contradicts: contradicted.append(candidate)
      case .fits: fitting = fitting ?? candidate
      }
    }
    let cluster = fitting ?? clusters.count
    if fitting == nil {
      clusters.append(EventCluster(event))
    } else {
      clusters[cluster].add(event)
    }
    index.add(event, to: cluster)
    for other in contradicted {
      contradictions.insert([min(cluster, other), max(cluster, other)])
    }
  }
}
