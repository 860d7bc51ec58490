import Text

/// A batch that is done.
struct BatchResult: Sendable {
  /// Counts batches in input order.
  var index: Int
  /// The worker that is free again.
  var lane: Int
  var finished: [ExtractionLane.Finished]
}

/// Brings finished batches into input order, holds ids apart and counts.
struct ExtractionLedger {
  var counts = RunCounts()
  /// Batches that the sink has.
  private(set) var settled = 0
  private var waiting: [Int: BatchResult] = [:]
  private var ids = SourceIDs()
  private var identities: Set<String> = []

  /// Takes a batch and hands on all whose turn has come.
  mutating func take(_ result: BatchResult, into sink: inout some ExtractionSink) throws {
    waiting[result.index] = result
    while let turn = waiting.removeValue(forKey: settled) {
      for finished in turn.finished { try settle(finished, into: &sink) }
      settled += 1
      try sink.progress(counts)
    }
  }

  private mutating func settle(
    _ finished: ExtractionLane.Finished, into sink: inout some ExtractionSink
  ) throws {
    counts.bytes += finished.bytes
    switch outcome(of: finished) {
    case .extraction(let line):
      counts.extracted += 1
      try sink.extraction(line)
    case .reject(let reject):
      counts.add(reject)
      try sink.reject(reject)
    }
  }

  /// A document whose id another had before is a reject, whatever it gave; without an id, one of the same path and text.
  private mutating func outcome(of finished: ExtractionLane.Finished) -> ExtractionOutcome {
    guard let document = finished.document else { return finished.outcome }
    do throws(Reject) {
      try ids.admit(document)
      if let identity = finished.identity, !identities.insert(identity).inserted {
        throw Reject(
          .duplicate, "another document has the same path and text", path: document.path,
          line: document.line)
      }
      return finished.outcome
    } catch {
      return .reject(error)
    }
  }
}
