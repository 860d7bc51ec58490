package import Pipeline
package import Text

/// Runs two states of a pack over the same documents and tells what one finds and the other does not.
package struct PackComparison {
  /// A document that has differences.
  package struct Document: Sendable {
    package var path: String
    package var sourceID: String?
    package var differences: [Difference]
  }

  /// What was read, and what came of it.
  package struct Counts: Sendable {
    package var documents = 0
    /// Documents of which at least one state makes no record.
    package var rejected = 0
    package var differing = 0
    /// Events and mentions, by what became of them.
    package var facts: [Fact.Kind: [Difference.Change: Int]] = [:]
    /// Events, by the rule that finds them now, or found them where they are lost.
    package var rules: [String: [Difference.Change: Int]] = [:]
  }

  private let old: FactLane
  private let new: FactLane
  private let kinds: Set<Fact.Kind>
  private var batches: DocumentBatches
  package private(set) var counts = Counts()

  /// Compares the facts of some kinds.
  package init(
    old: Pack, new: Pack, of kinds: Set<Fact.Kind>, _ reader: DocumentReader
  ) throws {
    self.kinds = kinds
    self.old = try FactLane(old)
    self.new = try FactLane(new)
    batches = DocumentBatches(reader)
  }

  /// The differences of the next documents, those without any left out; nil after the last. Both states work at once.
  package mutating func next() async -> [Document]? {
    let (documents, rejected) = batches.next()
    counts.documents += documents.count + rejected
    counts.rejected += rejected
    guard !documents.isEmpty else { return nil }
    let (old, new) = (old, new)
    async let before = old.facts(of: documents)
    async let after = new.facts(of: documents)
    var result: [Document] = []
    for (document, (before, after)) in zip(documents, zip(await before, await after)) {
      guard let before, let after else {
        counts.rejected += 1
        continue
      }
      let differences = Difference.all(from: before, to: after)
        .filter { kinds.contains($0.fact.kind) }
      guard !differences.isEmpty else { continue }
      count(differences)
      result.append(
        Document(path: document.path, sourceID: document.sourceID, differences: differences))
    }
    return result
  }

  private mutating func count(_ differences: [Difference]) {
    counts.differing += 1
    for difference in differences {
      let (fact, change) = (difference.fact, difference.change)
      counts.facts[fact.kind, default: [:]][change, default: 0] += 1
      guard fact.kind == .event else { continue }
      counts.rules[fact.rule, default: [:]][change, default: 0] += 1
    }
  }
}

/// The worker of one state.
private actor FactLane {
  private var extractor: PackExtractor

  init(_ pack: Pack) throws { extractor = try PackExtractor(pack) }

  /// By document: its facts, nil where the pack makes no record of it.
  func facts(of documents: [InputDocument]) -> [[Fact]?] {
    documents.map { document in
      (try? extractor.extract(document)).map(Fact.all)
    }
  }
}
