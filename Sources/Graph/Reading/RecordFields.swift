import Text

/// Reads the members of a JSON object with the types that a record wants.
struct RecordFields {
  /// What a member should have been.
  struct Mismatch: Error {
    var message: String
  }

  private let value: JSONValue
  /// The way to this object, such as `events[2].place`.
  private let path: String

  init(_ value: JSONValue, path: String = "") throws(Mismatch) {
    guard case .object = value else { throw Mismatch(message: "`\(path)` is no object") }
    self.value = value
    self.path = path
  }

  func text(_ name: String) throws(Mismatch) -> String {
    guard let text = try optionalText(name) else { throw mismatch(name, "is missing") }
    return text
  }

  func optionalText(_ name: String) throws(Mismatch) -> String? {
    switch value[name] {
    case nil, .null: return nil
    case .string(let text): return text
    default: throw mismatch(name, "is no text")
    }
  }

  func number(_ name: String) throws(Mismatch) -> Int {
    guard case .number(let digits) = value[name], let number = Int(digits) else {
      throw mismatch(name, "is no whole number")
    }
    return number
  }

  /// The stretch from `start` to `end`.
  func range() throws(Mismatch) -> Range<Int> {
    let (start, end) = (try number("start"), try number("end"))
    guard 0 <= start, start <= end else {
      throw Mismatch(message: "`\(path)` has `start` \(start) and `end` \(end)")
    }
    return start..<end
  }

  /// A share of one, in hundredths.
  func hundredths(_ name: String) throws(Mismatch) -> Int {
    guard case .number(let digits) = value[name], let share = Double(digits),
      (0...1).contains(share)
    else { throw mismatch(name, "is no share of one") }
    return Int((share * 100).rounded())
  }

  func object(_ name: String) throws(Mismatch) -> RecordFields? {
    guard let member = value[name], member != .null else { return nil }
    return try RecordFields(member, path: way(name))
  }

  func objects(_ name: String) throws(Mismatch) -> [RecordFields] {
    let values = try array(name)
    var result: [RecordFields] = []
    for (index, value) in values.enumerated() {
      result.append(try RecordFields(value, path: "\(way(name))[\(index)]"))
    }
    return result
  }

  func texts(_ name: String) throws(Mismatch) -> [String] {
    var result: [String] = []
    for value in try array(name) {
      guard let text = value.text else { throw mismatch(name, "holds something but text") }
      result.append(text)
    }
    return result
  }

  private func array(_ name: String) throws(Mismatch) -> [JSONValue] {
    switch value[name] {
    case nil, .null: return []
    case .array(let values): return values
    default: throw mismatch(name, "is no array")
    }
  }

  private func way(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  private func mismatch(_ name: String, _ problem: String) -> Mismatch {
    Mismatch(message: "`\(way(name))` \(problem)")
  }
}
