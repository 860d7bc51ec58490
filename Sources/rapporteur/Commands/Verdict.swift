import Pipeline

/// Tells what a run came to, and how the program ends.
struct Verdict {
  private static let defaultMaximumRejects = 10

  private let maximumRejects: Int

  init(_ invocation: Invocation) throws(UsageError) {
    maximumRejects =
      try invocation.number(.maximumRejects, in: 0...100) ?? Self.defaultMaximumRejects
  }

  /// `noun` names one of what was read and `kept` what became of it; `rejects` says where the reasons are.
  func conclude(
    _ counts: RunCounts, of noun: String, kept: String, rejects: String, _ console: Console
  ) -> ExitStatus {
    let codes = counts.sortedCodes.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    let summary =
      "\(counts.seen) \(noun)\(counts.seen == 1 ? "" : "s"): \(counts.extracted) \(kept), "
      + "\(counts.rejected) rejected, \(counts.skipped) skipped"
      + (codes.isEmpty ? "" : " (\(codes))")
    switch RunVerdict(counts, maximumRejects: maximumRejects) {
    case .usable:
      console.note(summary)
      return .done
    case .nothingUsable:
      let isEmpty = counts.seen == 0
      console.error(
        "nothing usable: \(summary)",
        help: isEmpty ? "the inputs hold nothing" : "the reasons are in \(rejects)")
    case .tooManyRejects:
      console.error(
        "more than \(maximumRejects) % rejected: \(summary)",
        help: "the reasons are in \(rejects); --max-rejects allows more")
    }
    return .unusable
  }
}
