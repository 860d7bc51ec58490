package import Text

/// How many documents a run has seen, and what became of them.
package struct RunCounts: Sendable, Hashable {
  /// Documents read, whatever became of them.
  package var seen = 0
  package var extracted = 0
  package var rejected = 0
  /// Not covered by the pack; nothing is wrong with them.
  package var skipped = 0
  /// Bytes of the inputs that are done.
  package var bytes = 0
  /// Rejected and skipped documents by code.
  package private(set) var codes: [Reject.Code: Int] = [:]
  /// How often limits were hit: of a rule by its path, `sentence` for sentences that were cut.
  package var capsHit: [String: Int] = [:]

  package init() {}

  package mutating func add(_ reject: Reject) {
    if reject.isSkipped { skipped += 1 } else { rejected += 1 }
    codes[reject.code, default: 0] += 1
  }

  /// Documents that gave nothing, for one reason or another.
  package var refused: Int { rejected + skipped }

  /// Codes that occurred with their counts, in alphabetical order.
  package var sortedCodes: [(code: String, count: Int)] {
    codes.map { (code: $0.key.rawValue, count: $0.value) }.sorted { $0.code < $1.code }
  }

  /// Seen = extracted + rejected + skipped; anything else is a mistake of ours.
  package var isConserved: Bool { seen == extracted + rejected + skipped }
}
