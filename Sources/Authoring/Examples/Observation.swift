import Rules

/// Something that came out of a text, in the words of an expectation: a type, its fields, where it stands.
struct Observation: Equatable {
  /// The value of a field; nil where it has none, which an expectation calls `none`.
  enum Value: Equatable {
    case scalar(String?)
    case list([String])
  }

  struct Field: Equatable {
    var name: String
    var value: Value
  }

  var type: String
  var fields: [Field]
  /// The words of the text that it stands on.
  var quote: String
  /// The rule or frame that made it; nil for an entity, which many rules make.
  var rule: String?

  /// The word for a field without a value.
  static let absent = "none"

  /// Whether it is of the type of an example and has all the values that the example lists.
  ///
  /// The values of a list agree in any order.
  func agrees(with example: Example) -> Bool {
    type == example.type?.text
      && example.fields.allSatisfy { has([$0.value], in: $0.name.text) }
      && example.lists.allSatisfy { has($0.values, in: $0.name.text) }
  }

  private func has(_ values: [String], in name: String) -> Bool {
    switch fields.first(where: { $0.name == name })?.value {
    case nil: false
    case .scalar(let value): values == [value ?? Self.absent]
    case .list(let own): own.sorted() == values.sorted()
    }
  }

  /// As an expectation would say it, with the rule and the words of the text.
  var line: String {
    let parts = fields.compactMap { field in Self.text(field.value).map { "\(field.name): \($0)" } }
    let braces = parts.isEmpty ? "" : " { \(parts.joined(separator: ", ")) }"
    return "\(type)\(braces) on \"\(quote)\"" + (rule.map { " by \($0)" } ?? "")
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .scalar(let text): text.map(quoted)
    case .list(let texts):
      texts.isEmpty ? nil : "[\(texts.map(quoted).joined(separator: ", "))]"
    }
  }

  /// Days and single words of small letters stand as they are, as rule files write them.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
    let isDay = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    return !text.isEmpty && (isPlain || isDay) ? text : "\"\(text)\""
  }
}
