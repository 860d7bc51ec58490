/// A text that is written value by value, with spaces between them.
struct FieldText {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func begin() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a value; gives how many were added, none where it is empty.
  mutating func add(_ value: some Collection<UInt8>) -> Int {
    guard !value.isEmpty else { return 0 }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    bytes.append(contentsOf: value)
    return 1
  }
}
