/// How much of the processor's time the stages of an extractor took, summed over its documents.
package struct StageTimes: Sendable {
  /// Parts of the work on a document. Look-ups in lists belong to `phases`, which ask for them, and the groups
  /// and clauses of a sentence to `events`.
  package enum Stage: Sendable, CaseIterable {
    case tokens, zones, times, phases, references, events, records
  }

  private var durations: [Stage: Duration] = [:]
  private var last = ProcessorTime.now

  package init() {}

  package subscript(stage: Stage) -> Duration { durations[stage] ?? .zero }

  /// Begins the first stage of a document.
  mutating func begin() { last = ProcessorTime.now }

  /// Counts the time since the last mark as that of a stage.
  mutating func end(_ stage: Stage) {
    let now = ProcessorTime.now
    durations[stage, default: .zero] += now - last
    last = now
  }
}
