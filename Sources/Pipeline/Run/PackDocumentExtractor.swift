import Text

/// A pack as an extractor for many workers.
package struct PackDocumentExtractor: DocumentExtractor {
  private struct Worker: ExtractionWorker {
    var extractor: PackExtractor

    mutating func extract(_ input: InputDocument) throws -> ExtractionOutcome {
      .extraction(try extractor.extract(input).line())
    }

    var capsHit: [String: Int] { extractor.capsHit }
  }

  private let pack: Pack

  package init(_ pack: Pack) { self.pack = pack }

  package func makeWorker() throws -> any ExtractionWorker {
    Worker(extractor: try PackExtractor(pack))
  }
}
