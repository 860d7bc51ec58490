extension Parser {
  /// The `expect`, `reject` and `todo` lines under a rule.
  mutating func examples() throws(Failure) -> [Example] {
    var result: [Example] = []
    while let kind = Example.Kind(rawValue: current.text), current.kind == .name {
      advance()
      let text = try text("the example's text")
      var example = Example(kind: kind, text: text.text, location: text.location)
      if takeWord("on") {
        example.date = current.text
        advance()
      }
      if take("=>") { try expectation(&example) }
      result.append(example)
    }
    return result
  }

  private mutating func expectation(_ example: inout Example) throws(Failure) {
    example.type = try name("a type")
    guard take("{") else { return }
    while !take("}") {
      let field = try name("a field or `}`")
      try expect(":")
      let value = current
      guard [.name, .string, .number, .date].contains(value.kind) else {
        throw fail(
          "expected-value", "expected a value but found `\(value.text)`", value,
          help: "write a name, a number, a date or a text in quotation marks")
      }
      advance()
      example.fields.append((field, value.text))
      if !isMark("}") { try expect(",") }
    }
  }
}
