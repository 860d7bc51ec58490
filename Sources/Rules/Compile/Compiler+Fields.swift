import Diagnostics
import Text

extension Compiler {
  private static let functions = ["first", "join"]

  /// The expressions of a rule's fields, each checked against the type and the rule's captures.
  mutating func fields(
    of rule: RuleDeclaration, type: TypeID
  ) -> [(field: Int, value: Expression)] {
    let captures = survey.captures(of: rule.pattern)
    var result: [(field: Int, value: Expression)] = []
    for assignment in rule.fields {
      guard let field = field(assignment.field, of: type) else { continue }
      check(assignment.value, of: assignment.field, captures, field: field, type: type)
      result.append((field, assignment.value))
    }
    refuseMissing(rule, type)
    return result
  }

  /// Refuses a rule that leaves out a field which its type always has.
  private mutating func refuseMissing(_ rule: RuleDeclaration, _ type: TypeID) {
    let given = rule.fields.map(\.field.text)
    for field in requiredFields[type] ?? [] where !given.contains(field) {
      report(
        "missing-field", "`\(rule.name.text)` gives no `\(field)`", at: rule.name.location,
        help: "write `\(field): …`, or declare the field with `?`")
    }
  }

  /// Begins the survey of captures; everything has been declared.
  mutating func beginSurvey() {
    let columns = lists.mapValues { meaning -> [String] in
      if case .entries(let list) = meaning { program.lists[list].columns } else { [] }
    }
    let fields = program.types.map { ($0.name, $0.fields) }
    survey = CaptureSurvey(
      lets: lets, listColumns: columns,
      typeFields: Dictionary(fields) { first, _ in first })
  }

  mutating func field(_ name: Name, of type: TypeID) -> Int? {
    let fields = program.types[type.rawValue].fields
    if let field = fields.firstIndex(of: name.text) { return field }
    unknown("field", name, among: fields)
    return nil
  }

  /// Refuses a value that the enumeration of a field does not have.
  mutating func checkValue(_ value: Name, field: Int, of type: TypeID) {
    guard let values = enums[program.types[type.rawValue].kinds[field]],
      !values.contains(value.text)
    else { return }
    unknown("value", value, among: values)
  }

  private mutating func check(
    _ expression: Expression, of name: Name, _ captures: [String: CaptureSurvey.Capture],
    field: Int, type: TypeID
  ) {
    switch expression {
    case .string(let text):
      checkValue(Name(text: text, location: name.location), field: field, of: type)
    case .number: break
    case .name(let value) where captures[value.text] != nil:
      refuseList(value, captures)
    case .name(let value):
      let values = enums[program.types[type.rawValue].kinds[field]] ?? []
      if !values.contains(value.text) { unknown("capture", value, among: captures.keys + values) }
    case .property(let capture, let property):
      checkProperty(property, of: capture, captures)
      refuseList(capture, captures)
    case .call(let function, let arguments):
      if !Self.functions.contains(function.text) {
        unknown("function", function, among: Self.functions)
      }
      for argument in arguments { checkArgument(argument, captures) }
    }
  }

  /// An argument may be a list, as functions make one value of it.
  private mutating func checkArgument(
    _ argument: Expression, _ captures: [String: CaptureSurvey.Capture]
  ) {
    switch argument {
    case .string, .number: break
    case .name(let name):
      if captures[name.text] == nil { unknown("capture", name, among: Array(captures.keys)) }
    case .property(let capture, let property): checkProperty(property, of: capture, captures)
    case .call(let function, let arguments):
      if !Self.functions.contains(function.text) {
        unknown("function", function, among: Self.functions)
      }
      for argument in arguments { checkArgument(argument, captures) }
    }
  }

  private mutating func refuseList(_ name: Name, _ captures: [String: CaptureSurvey.Capture]) {
    guard captures[name.text]?.isList == true else { return }
    report(
      "list-in-scalar", "`\(name.text)` can be taken more than once, and the field holds one value",
      at: name.location, help: "write `first(\(name.text))` or `join(\(name.text))`")
  }

  private mutating func checkProperty(
    _ property: Name, of capture: Name, _ captures: [String: CaptureSurvey.Capture]
  ) {
    let known: [String]
    if let found = captures[capture.text] {
      known = ["lemma", "text"] + found.properties.sorted()
    } else if capture.text == "match" {
      known = ["text"]
    } else {
      return unknown("capture", capture, among: captures.keys + ["match"])
    }
    if !known.contains(property.text) { unknown("property", property, among: known) }
  }
}
