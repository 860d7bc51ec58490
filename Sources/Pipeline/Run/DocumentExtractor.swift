package import Text

/// What finds everything in documents: immutable, shared between workers.
package protocol DocumentExtractor: Sendable {
  /// A worker with scratch of its own.
  func makeWorker() throws -> any ExtractionWorker
}

/// One worker of an extractor; documents are given to it one after another.
package protocol ExtractionWorker {
  /// The extraction of a document; the same bytes for the same document, whatever came before it.
  ///
  /// A thrown `Reject` rejects the document; any other error ends the run.
  mutating func extract(_ input: InputDocument) throws -> ExtractionOutcome

  /// How often limits were hit so far: of a rule by its path, `sentence` for sentences that were cut.
  var capsHit: [String: Int] { get }
}

extension ExtractionWorker {
  package var capsHit: [String: Int] { [:] }
}
