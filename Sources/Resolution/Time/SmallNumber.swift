/// A small number, or none, in two bytes, so that what holds many is cheap to copy.
@propertyWrapper
struct SmallNumber: Sendable, Hashable {
  private var stored = Int16.min

  /// Above -32,768 and at most 32,767.
  var wrappedValue: Int? {
    get { stored == .min ? nil : Int(stored) }
    set { stored = newValue.map { Int16($0) } ?? .min }
  }
}
