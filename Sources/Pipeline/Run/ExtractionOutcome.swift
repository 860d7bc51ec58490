package import Text

/// What a document gave.
package enum ExtractionOutcome: Sendable {
  /// A record of `extractions.jsonl`, its line end included.
  case extraction([UInt8])
  case reject(Reject)
}
