/// A set of triggers by their numbers in `Program.triggers`, in 256 bits.
///
/// Triggers whose numbers are equal modulo 256 share a bit, so a set may hold more than was put in it, never less.
///
/// Inlined, as other modules join sets for each token.
package struct TriggerSet: Sendable, Hashable {
  @usableFromInline let bits: SIMD4<UInt64>

  @inlinable init(bits: SIMD4<UInt64>) { self.bits = bits }

  /// The empty set.
  @inlinable package init() { bits = .zero }

  /// The set of one trigger.
  package init(_ trigger: Int) {
    var bits = SIMD4<UInt64>.zero
    bits[trigger >> 6 & 3] = 1 << UInt64(trigger & 63)
    self.bits = bits
  }

  @inlinable package static var all: TriggerSet { TriggerSet(bits: ~.zero) }

  @inlinable package var isEmpty: Bool { bits == .zero }

  /// Whether a set holds a trigger, or one that shares its bit.
  @inlinable package func contains(_ trigger: Int) -> Bool {
    bits[trigger >> 6 & 3] >> UInt64(trigger & 63) & 1 != 0
  }

  @inlinable package func union(_ other: TriggerSet) -> TriggerSet {
    TriggerSet(bits: bits | other.bits)
  }

  @inlinable package mutating func formUnion(_ other: TriggerSet) { self = union(other) }

  @inlinable package func intersection(_ other: TriggerSet) -> TriggerSet {
    TriggerSet(bits: bits & other.bits)
  }

  @inlinable package func isDisjoint(with other: TriggerSet) -> Bool {
    intersection(other).isEmpty
  }
}
