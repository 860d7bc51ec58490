import Text

/// How the fields of a rule are computed, with all names looked up.
struct FieldPlan {
  indirect enum Value {
    case constant(String)
    /// What a capture took.
    case text(capture: Int)
    /// A property of what a capture took, by its number in `FieldProperties`.
    case property(capture: Int, Int)
    /// The whole match, where a capture of the same name took nothing.
    case match(unless: Int?, Int)
    case nothing
    /// The first of the values that are not empty, or all of them, joined by spaces.
    case first([Value])
    case joined([Value])
  }

  private(set) var values: [(field: Int, value: Value)] = []
  /// Whether some value asks for what was captured.
  private(set) var usesCaptures = false

  init(_ rule: CompiledRule, _ properties: inout FieldProperties) {
    for (field, expression) in rule.fields {
      let value = value(expression, rule, &properties, isArgument: false)
      values.append((field, value))
    }
  }

  /// A name that is no capture of the rule is a value of the field's enumeration, and nothing among arguments.
  private mutating func value(
    _ expression: Expression, _ rule: CompiledRule, _ properties: inout FieldProperties,
    isArgument: Bool
  ) -> Value {
    switch expression {
    case .string(let text): return .constant(text)
    case .number(let number): return .constant(String(number))
    case .name(let name):
      guard let capture = rule.captures.firstIndex(of: name.text) else {
        return isArgument ? .nothing : .constant(name.text)
      }
      usesCaptures = true
      return .text(capture: capture)
    case .property(let name, let property):
      let capture = rule.captures.firstIndex(of: name.text)
      let number = properties.number(of: property.text)
      if capture != nil { usesCaptures = true }
      if name.text == "match" { return .match(unless: capture, number) }
      return capture.map { .property(capture: $0, number) } ?? .nothing
    case .call(let function, let arguments):
      let all = arguments.map { value($0, rule, &properties, isArgument: true) }
      return function.text == "first" ? .first(all) : .joined(all)
    }
  }
}

/// The properties that rules ask of captures: where the lists and types of a program have them.
struct FieldProperties {
  struct Property {
    var name: String
    /// The column of each list and the field of each type that has that name.
    var columns: [Int?]
    var fields: [Int?]
    var isText: Bool { name == "text" }
    var isLemma: Bool { name == "lemma" }
  }

  private let program: Program
  private var properties: [Property] = []

  init(_ program: Program) { self.program = program }

  subscript(number: Int) -> Property { properties[number] }

  /// The number of a property, new or known.
  mutating func number(of name: String) -> Int {
    if let known = properties.firstIndex(where: { $0.name == name }) { return known }
    properties.append(
      Property(
        name: name, columns: program.lists.map { $0.columns.firstIndex(of: name) },
        fields: program.types.map { $0.fields.firstIndex(of: name) }))
    return properties.count - 1
  }
}
