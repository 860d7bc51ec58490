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
  private static let missing: Int32 = -1

  private let program: Program
  private var names: [String] = []
  // By property and list, or type: the column or field of that name.
  private var columns: [Int32] = []
  private var fields: [Int32] = []
  // By property.
  private var areTexts: [Bool] = []
  private var areLemmas: [Bool] = []

  init(_ program: Program) { self.program = program }

  /// The number of a property, new or known.
  mutating func number(of name: String) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    columns += program.lists.map { Self.number($0.columns.firstIndex(of: name)) }
    fields += program.types.map { Self.number($0.fields.firstIndex(of: name)) }
    areTexts.append(name == "text")
    areLemmas.append(name == "lemma")
    return names.count - 1
  }

  private static func number(_ place: Int?) -> Int32 {
    place.map { Int32(truncatingIfNeeded: $0) } ?? missing
  }

  func isText(_ property: Int) -> Bool { areTexts[property] }
  func isLemma(_ property: Int) -> Bool { areLemmas[property] }

  /// The column of a list that has the name of a property, nil where none has.
  func column(_ property: Int, ofList list: Int) -> Int? {
    let column = columns[property * program.lists.count + list]
    return column == Self.missing ? nil : Int(column)
  }

  /// The field of a type that has the name of a property, nil where none has.
  func field(_ property: Int, of type: TypeID) -> Int? {
    let field = fields[property * program.types.count + type.rawValue]
    return field == Self.missing ? nil : Int(field)
  }
}
