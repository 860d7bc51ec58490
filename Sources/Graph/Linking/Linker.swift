package import Text

/// The reduce step: takes the extractions of a corpus in any order and makes the graph of it.
package struct Linker: Sendable {
  private let vocabulary: LinkVocabulary
  private var extractions: [Extraction] = []

  package init(_ vocabulary: LinkVocabulary) { self.vocabulary = vocabulary }

  /// Takes in a line of `extractions.jsonl`; `path` and `line` say where it stands.
  ///
  /// Throws where the line is no document record; the linker is as before then.
  package mutating func add(_ bytes: ArraySlice<UInt8>, path: String, line: Int) throws(Reject) {
    add(try ExtractionReader.read(bytes, path: path, line: line))
  }

  /// Takes in an extraction.
  package mutating func add(_ extraction: Extraction) { extractions.append(extraction) }

  /// The graph of what was taken in; the same whatever the order. O(n log n) for n entities and events.
  package consuming func graph() -> LinkedGraph {
    let (kept, rejects) = Self.distinct(extractions)
    extractions = []
    let corpus = Corpus(kept)
    let groups = EntityLinker.groups(in: corpus, vocabulary: vocabulary)
    let resolver = PartyResolver(groups, in: corpus, vocabulary: vocabulary)
    let linker = EventLinker(corpus, resolver: resolver, vocabulary: vocabulary)
    let events = linker.clusters.map {
      EventSummary($0, in: corpus, groups: groups, vocabulary: vocabulary).record()
    }
    return LinkedGraph(
      documents: corpus.documents.indices.map { Self.document($0, in: corpus) },
      entities: groups.map(\.record), events: events,
      relations: RelationFinder.relations(in: corpus, groups: groups, vocabulary: vocabulary)
        + JourneyFinder.relations(of: linker, events: events, in: corpus, vocabulary: vocabulary),
      rejects: rejects)
  }

  private static func document(_ index: Int, in corpus: Corpus) -> GraphDocument {
    let document = corpus.documents[index]
    return GraphDocument(
      id: document.id, story: corpus.storyID(of: index), path: document.path, url: document.url,
      title: document.title, date: document.date)
  }

  /// The extractions sorted by id; of two with one id or one source id only the first, the other rejected.
  private static func distinct(
    _ extractions: [Extraction]
  ) -> (kept: [Extraction], rejects: [Reject]) {
    var kept: [Extraction] = []
    var rejects: [Reject] = []
    var ids: Set<String> = []
    var sources: Set<String> = []
    for extraction in extractions.sorted(by: precedes) {
      let isNew = ids.insert(extraction.id).inserted
      let isNewSource = extraction.sourceID.map { sources.insert($0).inserted } ?? true
      if isNew, isNewSource {
        kept.append(extraction)
      } else {
        let id = extraction.sourceID ?? extraction.id
        rejects.append(
          Reject(
            .duplicate, "another document has the id `\(id)`", path: extraction.path,
            sourceID: extraction.sourceID))
      }
    }
    return (kept, rejects)
  }

  /// An order of extractions that does not depend on the order in which they came.
  private static func precedes(_ a: Extraction, _ b: Extraction) -> Bool {
    if a.id != b.id { return a.id < b.id }
    if a.path != b.path { return a.path < b.path }
    return a.sketch.fingerprint < b.sketch.fingerprint
  }
}
