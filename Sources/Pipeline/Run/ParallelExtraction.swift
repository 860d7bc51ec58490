package import Text

/// Extracts documents with several workers; results come out in input order.
package struct ParallelExtraction {
  /// Batches that may be under way or waiting for an earlier one, for each worker; this bounds memory.
  private static let window = 4

  private let lanes: [ExtractionLane]
  private let options: DocumentReader.Options

  /// Prepares `jobs` workers, at least one; throws what making them throws.
  package init(
    _ extractor: any DocumentExtractor, jobs: Int, options: DocumentReader.Options
  ) throws {
    let decoder = DocumentDecoder(fields: options.fields)
    lanes = try (0..<max(1, jobs)).map { _ in try ExtractionLane(extractor, decoder) }
    self.options = options
  }

  /// Reads the inputs to the end; the sink takes every document's extraction or reject, in input order.
  ///
  /// Throws what the sink throws, or an error of a worker that is no reject.
  package func run(
    _ inputs: [String], into sink: inout some ExtractionSink
  ) async throws -> RunCounts {
    var batches = InputBatches(DocumentReader(inputs: inputs, options: options))
    var ledger = ExtractionLedger()
    try await withThrowingTaskGroup(of: BatchResult.self) { group in
      var free = Array(lanes.indices)
      var next = 0
      while let batch = batches.next() {
        ledger.counts.seen += batch.count
        while free.isEmpty || next - ledger.settled >= Self.window * lanes.count {
          try await Self.settle(&group, &free, &ledger, &sink)
        }
        let lane = free.removeLast()
        let (index, worker) = (next, lanes[lane])
        group.addTask {
          BatchResult(index: index, lane: lane, finished: try await worker.process(batch))
        }
        next += 1
      }
      while ledger.settled < next { try await Self.settle(&group, &free, &ledger, &sink) }
    }
    for lane in lanes { ledger.counts.capsHit.merge(await lane.capsHit, uniquingKeysWith: +) }
    precondition(ledger.counts.isConserved, "a document was lost between reading and writing")
    return ledger.counts
  }

  /// Waits for a batch and hands on all whose turn has come.
  private static func settle(
    _ group: inout ThrowingTaskGroup<BatchResult, any Error>, _ free: inout [Int],
    _ ledger: inout ExtractionLedger, _ sink: inout some ExtractionSink
  ) async throws {
    guard let result = try await group.next() else { return }
    free.append(result.lane)
    try ledger.take(result, into: &sink)
  }
}
