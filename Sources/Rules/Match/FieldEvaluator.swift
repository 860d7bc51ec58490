import Gazetteer
import Text

/// Computes the fields of a new annotation from the captures of its match.
struct FieldEvaluator {
  let program: Program
  let document: MatchDocument
  let store: AnnotationStore
  let readings: ReadingCache
  // The match whose fields are computed.
  var bindings: [CaptureTrace.Bound] = []
  var match = TokenRange(0, 0)

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
    case .name(let name) where !rule.captures.contains(name.text):
      // A name that is no capture of the rule is a value of the field's enumeration.
      return name.text
    case .name, .property: return values(expression, rule).first
    case .call(let function, let arguments):
      let all = arguments.flatMap { argument in
        switch argument {
        case .name, .property: values(argument, rule)
        default: value(argument, rule).map { [$0] } ?? []
        }
      }.filter { !$0.isEmpty }
      guard let first = all.first else { return nil }
      return function.text == "first" ? first : all.joined(separator: " ")
    }
  }

  /// The values of a capture, one for each time that it was taken.
  private func values(_ expression: Expression, _ rule: CompiledRule) -> [String] {
    switch expression {
    case .name(let name):
      return taken(by: name, rule).map { document.string($0.tokens) }
    case .property(let name, let property):
      let taken = taken(by: name, rule)
      guard taken.isEmpty else {
        return taken.compactMap { self.property(property.text, of: $0) }
      }
      return name.text == "match" ? [document.string(match)] : []
    default: return []
    }
  }

  private func taken(by name: Name, _ rule: CompiledRule) -> [Binding] {
    guard let index = rule.captures.firstIndex(of: name.text) else { return [] }
    return bindings.filter { $0.name == index }.map(\.binding)
  }

  private func property(_ property: String, of binding: Binding) -> String? {
    if property == "text" { return document.string(binding.tokens) }
    switch binding.edge {
    case .entry(let list, let row):
      if let cell = program.lists[list].cell(row, property) { return cell.isEmpty ? nil : cell }
      if property == "lemma" { return lemma(of: binding.tokens) }
    case .annotation(let id):
      if let value = program.value(property, of: store[id]) { return value }
    case .token(let test) where property == "lemma":
      let token = document.text.tokens[binding.tokens.start].id
      let readings = readings.readings(of: token, in: document.vocabulary)
      return readings.first(where: program.tests[test].agrees)?.lemma
    case .token, .part, nil: break
    }
    return nil
  }

  /// The words of a list entry with the last in its base form ("foreign ministers" gives "foreign minister").
  private func lemma(of tokens: TokenRange) -> String {
    let last = TokenRange(tokens.end - 1, tokens.end)
    let token = document.text.tokens[last.start].id
    let folded = document.vocabulary.spelling(document.vocabulary.folded(token))
    let readings = readings.readings(of: token, in: document.vocabulary)
    let base = readings.map(\.lemma).first { $0 != folded } ?? document.string(last)
    return tokens.count == 1
      ? base : document.string(TokenRange(tokens.start, last.start)) + " " + base
  }
}
