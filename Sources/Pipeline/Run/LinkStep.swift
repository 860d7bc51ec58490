package import Graph
import Text

/// The reduce step: extractions in, the graph of the whole corpus out.
package struct LinkStep {
  /// What linking came to.
  package struct Result: Sendable {
    /// Of the extractions: those that are in the graph count as extracted.
    package var counts = RunCounts()
    /// Records of the graph.
    package var records = 0
  }

  private let vocabulary: LinkVocabulary

  package init(_ vocabulary: LinkVocabulary) { self.vocabulary = vocabulary }

  /// Links the extractions of files (JSON Lines; `-` is standard input) and writes the graph's records by id.
  ///
  /// A line that is no extraction, or a second document of one id, is a reject, and the linking goes on.
  package func run(
    _ inputs: [String], into graph: CheckedWriter, rejects: CheckedWriter
  ) throws -> Result {
    var result = Result()
    func refuse(_ reject: Reject) throws {
      result.counts.add(reject)
      try rejects.write(reject.record)
    }
    var linker = Linker(vocabulary)
    var reader = DocumentReader(inputs: inputs)
    while let item = reader.nextRaw() {
      result.counts.seen += 1
      do {
        try Self.add(item, to: &linker)
      } catch {
        try refuse(error)
      }
    }
    let linked = linker.graph()
    for reject in linked.rejects { try refuse(reject) }
    try linked.write { try graph.write($0) }
    result.counts.extracted = linked.documents.count
    result.records = linked.count
    precondition(result.counts.isConserved, "an extraction was lost in linking")
    return result
  }

  private static func add(
    _ item: DocumentReader.RawResult, to linker: inout Linker
  ) throws(Reject) {
    switch item {
    case .reject(let reject): throw reject
    case .input(let input):
      try linker.add(input.bytes[...], path: input.path, line: input.line ?? 1)
    }
  }
}
