import Gazetteer
import Text

/// Computes the fields of a new annotation from the captures of its match.
struct FieldEvaluator<Analyzer: WordAnalyzer> {
  let program: Program
  let document: MatchDocument
  let store: AnnotationStore
  let bindings: [String: Binding]
  let match: TokenRange
  let analyzer: Analyzer

  /// The values in the order of the type's fields.
  func fields(of rule: CompiledRule, type: TypeID) -> [String?] {
    var result = [String?](repeating: nil, count: program.types[type.rawValue].fields.count)
    for (field, expression) in rule.fields { result[field] = value(expression, rule) }
    return result
  }

  private func value(_ expression: Expression, _ rule: CompiledRule) -> String? {
    switch expression {
    case .string(let text): return text
    case .number(let number): return String(number)
    case .name(let name):
      // A name that is no capture of the rule is a value of the field's enumeration.
      guard rule.captures.contains(name.text) else { return name.text }
      return bindings[name.text].map { document.string($0.tokens) }
    case .property(let name, let property):
      if name.text == "match" { return document.string(match) }
      return bindings[name.text].flatMap { self.property(property.text, of: $0) }
    case .call(let function, let arguments):
      let values = arguments.compactMap { value($0, rule) }.filter { !$0.isEmpty }
      guard !values.isEmpty else { return nil }
      return function.text == "first" ? values[0] : values.joined(separator: " ")
    }
  }

  private func property(_ property: String, of binding: Binding) -> String? {
    if property == "text" { return document.string(binding.tokens) }
    switch binding.edge {
    case .entry(let list, let row):
      if let cell = program.lists[list].cell(row, property) { return cell.isEmpty ? nil : cell }
    case .annotation(let id):
      if let value = program.value(property, of: store[id]) { return value }
    case .token(let test) where property == "lemma":
      let token = document.text.tokens[binding.tokens.start].id
      let readings = analyzer.analyses(of: token, in: document.vocabulary)
      return readings.first(where: program.tests[test].agrees)?.lemma
    case .token, nil: break
    }
    return nil
  }
}
