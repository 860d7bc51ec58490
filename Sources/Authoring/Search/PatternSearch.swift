import Diagnostics
import Graph
package import Pipeline
import Rules
package import Text

/// Finds a pattern of the rule language in documents, behind all phases of a pack.
package struct PatternSearch {
  /// A document with what was found in it, in text order.
  package struct Document: Sendable {
    package var path: String
    package var sourceID: String?
    package var occurrences: [Occurrence]
    /// Of each occurrence its code points in the text.
    package var codePoints: [Range<Int>]
  }

  package struct Counts: Sendable {
    package var documents = 0
    package var rejected = 0
    /// Documents in which the pattern was found.
    package var matching = 0
    package var matches = 0
  }

  private let workers: [SearchWorker]
  private var batches: DocumentBatches
  package private(set) var counts = Counts()

  /// A search with `jobs` workers, at least one. Throws the mistakes of the pattern and of the pack.
  package init(
    _ pattern: String, in location: PackLocator.Location, jobs: Int, _ reader: DocumentReader
  ) throws {
    guard !location.files.isBuilt else {
      throw DiagnosticList([
        Diagnostic(
          "pack-built", "\(location.files.home) is a built pack, to which no pattern can be added",
          help: "name the folder that it was built from")
      ])
    }
    let rules = Pack.Supplement(title: SearchRules.title, text: SearchRules.text(of: pattern))
    let pack = try Pack.load(location.name, from: location.files, with: rules)
    workers = try (0..<max(1, jobs)).map { _ in try SearchWorker(pack) }
    batches = DocumentBatches(reader)
  }

  /// What is found in the next documents, those in which nothing is left out; nil after the last.
  package mutating func next() async -> [Document]? {
    let shares = workers.indices.map { _ in nextBatch() }
    guard shares.contains(where: { !$0.isEmpty }) else { return nil }
    var found: [Int: [Document?]] = [:]
    await withTaskGroup(of: (Int, [Document?]).self) { group in
      for (index, (worker, documents)) in zip(workers, shares).enumerated() {
        group.addTask { (index, await worker.search(documents)) }
      }
      for await (index, documents) in group { found[index] = documents }
    }
    let documents = shares.indices.flatMap { found[$0] ?? [] }
    counts.rejected += documents.count { $0 == nil }
    let matching = documents.compactMap(\.self).filter { !$0.occurrences.isEmpty }
    counts.matching += matching.count
    counts.matches += matching.reduce(0) { $0 + $1.occurrences.count }
    return matching
  }

  private mutating func nextBatch() -> [InputDocument] {
    let (documents, rejected) = batches.next()
    counts.documents += documents.count + rejected
    counts.rejected += rejected
    return documents
  }
}

/// The rules that look for a pattern.
enum SearchRules {
  static let title = "pattern"
  static let type = "FoundByPattern"

  /// The pattern stands on a line of its own, so that diagnostics show nothing but it.
  static func text(of pattern: String) -> String {
    """
    type \(type) { }
    phase pattern in sentence, select longest { rule pattern: (
    \(pattern)
    ) => \(type) { } }
    """
  }
}

/// One worker of a search.
private actor SearchWorker {
  private var extractor: PackExtractor
  private let type: TypeID?

  init(_ pack: Pack) throws {
    extractor = try PackExtractor(pack)
    type = pack.program.type(SearchRules.type)
  }

  /// By document: what is found in it, nil where it is in no language of the pack.
  func search(_ documents: [InputDocument]) -> [PatternSearch.Document?] {
    documents.map { document in
      let analysis = extractor.analyze(document, isComplete: true)
      guard extractor.speaks(document, analysis), let type else { return nil }
      let found = analysis.occurrences(of: type)
      let offsets = CodePointOffsets(document.text)
      return PatternSearch.Document(
        path: document.path, sourceID: document.sourceID, occurrences: found,
        codePoints: found.map {
          offsets.offset($0.range.start)..<offsets.offset($0.range.end)
        })
    }
  }
}
