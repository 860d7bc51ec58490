import Text

/// One worker behind an actor: batches that are given to it run one after another.
actor ExtractionLane {
  /// An input that is done.
  struct Finished: Sendable {
    /// The document without its text, nil where the input could not be decoded.
    var document: InputDocument?
    /// What tells it from others where the input gives no id.
    var identity: String?
    var outcome: ExtractionOutcome
    /// Bytes of the input.
    var bytes: Int
  }

  private let decoder: DocumentDecoder
  private var worker: any ExtractionWorker

  init(_ extractor: any DocumentExtractor, _ decoder: DocumentDecoder) throws {
    self.decoder = decoder
    worker = try extractor.makeWorker()
  }

  /// Limits that the worker has hit so far, by rule.
  var capsHit: [String: Int] { worker.capsHit }

  func process(_ batch: [InputBatches.Item]) throws -> [Finished] {
    try batch.map(process)
  }

  private func process(_ item: InputBatches.Item) throws -> Finished {
    guard case .input(let input) = item else {
      guard case .reject(let reject) = item else { preconditionFailure("a third kind of item") }
      return Finished(document: nil, identity: nil, outcome: .reject(reject), bytes: 0)
    }
    var finished = Finished(
      document: nil, identity: nil, outcome: .extraction([]), bytes: input.bytes.count)
    do {
      let document = try decoder.document(of: input)
      finished.document = document.withoutText
      finished.identity = document.identity
      finished.outcome = try worker.extract(document)
    } catch let reject as Reject {
      finished.outcome = .reject(reject)
    }
    return finished
  }
}

extension InputDocument {
  /// A digest of path and text, nil where the input gives an id.
  fileprivate var identity: String? {
    sourceID == nil ? StableID.make(prefix: "d", parts: [Array(path.utf8), text]) : nil
  }

  /// What names the document, without what it holds.
  fileprivate var withoutText: InputDocument {
    var copy = InputDocument(path: path, text: [])
    copy.sourceID = sourceID
    copy.line = line
    return copy
  }
}
