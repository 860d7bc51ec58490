package import Text

/// Takes the results of a run in input order.
package protocol ExtractionSink {
  /// Takes a line, its end included.
  mutating func extraction(_ line: [UInt8]) throws
  mutating func reject(_ reject: Reject) throws
  /// Called after each batch, in order.
  mutating func progress(_ counts: RunCounts) throws
}

extension ExtractionSink {
  package mutating func progress(_ counts: RunCounts) throws {}
}
