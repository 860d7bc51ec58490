/// A set of triggers by their numbers in `Program.triggers`, in 64 bits.
///
/// Triggers whose numbers are equal modulo 64 share a bit, so a set may hold more than was put in it, never less.
package struct TriggerSet: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt64

  // PERF: inlined, or sets are put together through the generic code of `OptionSet`: 0.7 of 16 hundredths of the stage
  // `events`; `perf record` of `RapporteurBenchmarks`.
  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one trigger.
  package init(_ trigger: Int) { rawValue = 1 << UInt64(trigger & 63) }

  package static let all = TriggerSet(rawValue: .max)
}
