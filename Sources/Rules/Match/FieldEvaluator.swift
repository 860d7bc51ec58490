import Gazetteer
import Text

/// Computes the fields of new annotations from the captures of their matches; one per worker.
struct FieldEvaluator {
  private let program: Program
  private let readings: ReadingCache
  private var properties: FieldProperties
  /// By phase and rule.
  private let plans: [[FieldPlan]]

  init(_ program: Program, _ readings: ReadingCache) {
    self.program = program
    self.readings = readings
    var properties = FieldProperties(program)
    plans = program.phases.map { phase in
      phase.rules.map { FieldPlan($0, &properties) }
    }
    self.properties = properties
  }

  /// Whether the fields of a rule need what it captured.
  func usesCaptures(_ phase: Int, _ rule: Int) -> Bool { plans[phase][rule].usesCaptures }

  /// A match whose fields are computed.
  struct Match {
    var phase: Int
    var rule: Int
    var tokens: TokenRange
    var bindings: [CaptureTrace.Bound]
  }

  /// The values in the order of the type's fields.
  func fields(of match: Match, type: TypeID, _ source: MatchSource) -> [String?] {
    var result = [String?](repeating: nil, count: program.types[type.rawValue].fields.count)
    let plan = plans[match.phase][match.rule]
    for number in plan.values.indices {
      result[plan.values[number].field] = value(plan.values[number].value, match, source)
    }
    return result
  }

  private func value(
    _ value: FieldPlan.Value, _ match: Match, _ source: MatchSource
  ) -> String? {
    switch value {
    case .constant(let text): return text
    case .nothing: return nil
    case .text(let capture):
      let bound = match.bindings.first { $0.name == capture }
      return bound.map { source.document.string($0.binding.tokens) }
    case .property(let capture, let property):
      for bound in match.bindings where bound.name == capture {
        if let text = self.property(property, of: bound.binding, source) { return text }
      }
      return nil
    case .match, .first, .joined:
      var all: [String] = []
      add(value, match, source, to: &all)
      return all.first
    }
  }

  /// Adds the values of an expression, of a capture one for each time that it was taken.
  private func add(
    _ value: FieldPlan.Value, _ match: Match, _ source: MatchSource, to all: inout [String]
  ) {
    switch value {
    case .constant(let text): all.append(text)
    case .nothing: break
    case .text(let capture):
      for bound in match.bindings where bound.name == capture {
        all.append(source.document.string(bound.binding.tokens))
      }
    case .property(let capture, let property):
      for bound in match.bindings where bound.name == capture {
        if let text = self.property(property, of: bound.binding, source) { all.append(text) }
      }
    case .match(let capture?, let property)
    where match.bindings.contains { $0.name == capture }:
      add(.property(capture: capture, property), match, source, to: &all)
    case .match: all.append(source.document.string(match.tokens))
    case .first(let values), .joined(let values):
      var arguments: [String] = []
      for value in values { add(value, match, source, to: &arguments) }
      arguments.removeAll { $0.isEmpty }
      guard let first = arguments.first else { return }
      if case .first = value {
        all.append(first)
      } else {
        all.append(arguments.joined(separator: " "))
      }
    }
  }

  private func property(
    _ number: Int, of binding: Binding, _ source: MatchSource
  ) -> String? {
    let property = properties[number]
    if property.isText { return source.document.string(binding.tokens) }
    switch binding.edge {
    case .entry(let list, let row):
      if let column = property.columns[list] {
        let cell = program.lists[list].cell(row, column)
        return cell.isEmpty ? nil : cell
      }
      return property.isLemma ? lemma(of: binding.tokens, source) : nil
    case .annotation(let id):
      let type = source.store.span(of: id).type
      return property.fields[type.rawValue].flatMap {
        source.store.annotations[id.rawValue].fields[$0]
      }
    case .token(let test) where property.isLemma:
      let token = source.tokens[binding.tokens.start].id
      return readings.lemma(
        of: token, agreeingWith: test, of: program, in: source.document.vocabulary)
    case .token, .part, nil: return nil
    }
  }

  /// The words of a list entry with the last in its base form ("foreign ministers" gives "foreign minister").
  private func lemma(of tokens: TokenRange, _ source: MatchSource) -> String {
    let last = TokenRange(tokens.end - 1, tokens.end)
    let token = source.tokens[last.start].id
    let base =
      readings.base(of: token, in: source.document.vocabulary) ?? source.document.string(last)
    return tokens.count == 1
      ? base : source.document.string(TokenRange(tokens.start, last.start)) + " " + base
  }
}
