import Gazetteer
import Text

/// Computes the fields of new annotations from the captures of their matches; one per worker.
struct FieldEvaluator {
  private let program: Program
  private let readings: ReadingCache
  private var properties: FieldProperties
  /// Scratch: the text of a value that is written.
  private var text = FieldText()
  /// By phase and rule.
  private let plans: [[FieldPlan]]
  /// By type.
  private let fieldCounts: [Int]

  init(_ program: Program, _ readings: ReadingCache) {
    self.program = program
    self.readings = readings
    var properties = FieldProperties(program)
    plans = program.phases.map { phase in
      phase.rules.map { FieldPlan($0, &properties) }
    }
    self.properties = properties
    fieldCounts = program.types.map(\.fields.count)
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
  mutating func fields(of match: Match, type: TypeID, _ source: MatchSource) -> [String?] {
    guard fieldCounts[type.rawValue] > 0 else { return [] }
    var result = [String?](repeating: nil, count: fieldCounts[type.rawValue])
    let plan = plans[match.phase][match.rule]
    for number in plan.values.indices {
      result[plan.values[number].field] = value(plan.values[number].value, match, source)
    }
    return result
  }

  private mutating func value(
    _ value: FieldPlan.Value, _ match: Match, _ source: MatchSource
  ) -> String? {
    switch value {
    case .constant(let text): return text
    case .nothing: return nil
    case .text(let capture):
      for bound in match.bindings where bound.name == capture {
        return source.document.string(bound.binding.tokens)
      }
      return nil
    case .property(let capture, let property):
      for bound in match.bindings where bound.name == capture {
        if let text = self.property(property, of: bound.binding, source) { return text }
      }
      return nil
    case .match(let capture?, let property)
    where match.bindings.contains { $0.name == capture }:
      return self.value(.property(capture: capture, property), match, source)
    case .match: return source.document.string(match.tokens)
    case .first(let values): return text(of: values, match, source, limit: 1)
    case .joined(let values): return text(of: values, match, source, limit: .max)
    }
  }

  // MARK: Joined texts

  /// The first of some values that are not empty, so many at most, joined by spaces; nil where there is none.
  private mutating func text(
    of values: [FieldPlan.Value], _ match: Match, _ source: MatchSource, limit: Int
  ) -> String? {
    text.begin()
    write(values, match, source, limit: limit)
    return text.isEmpty ? nil : text.string
  }

  /// Adds values to the text, of a capture one for each time that it was taken; gives how many were not empty.
  @discardableResult
  private mutating func write(
    _ values: [FieldPlan.Value], _ match: Match, _ source: MatchSource, limit: Int
  ) -> Int {
    var count = 0
    for value in values where count < limit {
      switch value {
      case .constant(let constant): count += text.add(constant.utf8)
      case .nothing: break
      case .text(let capture):
        for bound in match.bindings where bound.name == capture && count < limit {
          count += text.add(source.document.slice(bound.binding.tokens))
        }
      case .property(let capture, let property):
        count += write(property, of: capture, match, source, limit: limit - count)
      case .match(let capture?, let property)
      where match.bindings.contains { $0.name == capture }:
        count += write(property, of: capture, match, source, limit: limit - count)
      case .match: count += text.add(source.document.slice(match.tokens))
      case .first(let values): count += write(values, match, source, limit: 1)
      case .joined(let values): count += min(1, write(values, match, source, limit: .max))
      }
    }
    return count
  }

  private mutating func write(
    _ property: Int, of capture: Int, _ match: Match, _ source: MatchSource, limit: Int
  ) -> Int {
    var count = 0
    for bound in match.bindings where bound.name == capture && count < limit {
      if properties.isText(property) {
        count += text.add(source.document.slice(bound.binding.tokens))
      } else if let value = self.property(property, of: bound.binding, source) {
        count += text.add(value.utf8)
      }
    }
    return count
  }

  private func property(
    _ number: Int, of binding: Binding, _ source: MatchSource
  ) -> String? {
    if properties.isText(number) { return source.document.string(binding.tokens) }
    switch binding.edge {
    case .entry(let list, let row):
      if let column = properties.column(number, ofList: list) {
        let cell = program.lists[list].cell(row, column)
        return cell.isEmpty ? nil : cell
      }
      return properties.isLemma(number) ? lemma(of: binding.tokens, source) : nil
    case .annotation(let id):
      let field = properties.field(number, of: source.store.span(of: id).type)
      return field.flatMap { source.store.annotations[id.rawValue].fields[$0] }
    case .token(let test) where properties.isLemma(number):
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
