/// Whether a run's results can be used.
package enum RunVerdict: Sendable, Hashable {
  case usable
  /// No document gave an extraction: an empty result never looks like success.
  case nothingUsable
  /// More inputs were rejected than allowed.
  case tooManyRejects

  /// Judges counts; of the documents that were not skipped, `maximumRejects` percent may be rejected.
  package init(_ counts: RunCounts, maximumRejects: Int) {
    let judged = counts.extracted + counts.rejected
    if counts.extracted == 0 {
      self = .nothingUsable
    } else if counts.rejected * 100 > maximumRejects * judged {
      self = .tooManyRejects
    } else {
      self = .usable
    }
  }
}
