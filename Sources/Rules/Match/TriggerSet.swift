/// A set of triggers by their numbers in `Program.triggers`, in 64 bits.
///
/// Triggers whose numbers are equal modulo 64 share a bit, so a set may hold more than was put in it, never less.
package struct TriggerSet: OptionSet, Sendable, Hashable {
  @usableFromInline package let rawValue: UInt64

  // Inlined, as other modules would join sets through the generic code of `OptionSet` else.
  @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The set of one trigger.
  package init(_ trigger: Int) { rawValue = 1 << UInt64(trigger & 63) }

  @inlinable package init() { rawValue = 0 }

  @inlinable package static var all: TriggerSet { TriggerSet(rawValue: .max) }

  @inlinable package var isEmpty: Bool { rawValue == 0 }

  @inlinable package func union(_ other: TriggerSet) -> TriggerSet {
    TriggerSet(rawValue: rawValue | other.rawValue)
  }

  @inlinable package mutating func formUnion(_ other: TriggerSet) { self = union(other) }

  @inlinable package func intersection(_ other: TriggerSet) -> TriggerSet {
    TriggerSet(rawValue: rawValue & other.rawValue)
  }

  @inlinable package func isDisjoint(with other: TriggerSet) -> Bool {
    rawValue & other.rawValue == 0
  }
}
