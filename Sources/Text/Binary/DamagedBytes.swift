/// Bytes that do not say what they should.
package struct DamagedBytes: Error, Hashable {
  /// Where reading stopped.
  package var offset: Int
}
