package import Text

/// Writes extractions and rejects as lines of JSON.
package struct ExtractionWriter: ExtractionSink {
  private let extractions: CheckedWriter
  private let rejects: CheckedWriter
  /// What is done is handed on after each batch, for whoever reads at the other end of a pipe.
  private let isStream: Bool
  private let report: (RunCounts) -> Void

  /// `report` is called after each batch.
  package init(
    extractions: CheckedWriter, rejects: CheckedWriter, isStream: Bool,
    report: @escaping (RunCounts) -> Void
  ) {
    self.extractions = extractions
    self.rejects = rejects
    self.isStream = isStream
    self.report = report
  }

  package func extraction(_ line: [UInt8]) throws { try extractions.write(line) }

  package func reject(_ reject: Reject) throws { try rejects.write(reject.record) }

  package func progress(_ counts: RunCounts) throws {
    if isStream {
      try extractions.flush()
      try rejects.flush()
    }
    report(counts)
  }
}
