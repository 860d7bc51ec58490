import Diagnostics

extension Parser {
  /// The `expect`, `reject` and `todo` lines under a rule or frame.
  mutating func examples(ofFrame isFrame: Bool = false) throws(Failure) -> [Example] {
    var result: [Example] = []
    while let kind = Example.Kind(rawValue: current.text), current.kind == .name {
      advance()
      let text = try text("the example's text")
      var example = Example(kind: kind, text: text.text, location: text.location)
      if takeWord("on") { example.date = try date() }
      if kind != .reject { example.isExact = takeWord("exactly") }
      if kind == .expect { try expectResult() }
      if take("=>") { try expectation(&example, ofFrame: isFrame) }
      result.append(example)
    }
    return result
  }

  /// The day that a text is read on: `2024-01-26`, `2024-01` or `2024`.
  private mutating func date() throws(Failure) -> String {
    let lexeme = current
    let parts = lexeme.text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    let isDate = [.date, .number].contains(lexeme.kind) && [4, 2, 2].starts(with: lengths)
    let values = parts.compactMap { Int($0) }
    guard isDate, values.dropFirst().first.map((1...12).contains) ?? true,
      values.dropFirst(2).first.map((1...31).contains) ?? true
    else {
      throw fail(.badDate(described(lexeme)), lexeme)
    }
    advance()
    return lexeme.text
  }

  /// An expectation without a result could not be met.
  private mutating func expectResult() throws(Failure) {
    guard !isMark("=>") else { return }
    throw fail(.expectedResult, current)
  }

  private mutating func expectation(
    _ example: inout Example, ofFrame isFrame: Bool
  ) throws(Failure) {
    example.type = try name("a type")
    guard take("{") else { return }
    while !take("}") {
      let field = try name("a field or `}`")
      try expect(":")
      if isFrame, take("[") {
        var values = [try fieldValue()]
        while take(",") { values.append(try fieldValue()) }
        try expect("]")
        example.lists.append((field, values))
      } else {
        example.fields.append((field, try fieldValue()))
      }
      if !isMark("}") { try expect(",") }
    }
  }

  private mutating func fieldValue() throws(Failure) -> String {
    let value = current
    guard [.name, .string, .number, .date].contains(value.kind) else {
      throw fail(.expectedValue(found: described(value)), value)
    }
    advance()
    return value.text
  }
}
