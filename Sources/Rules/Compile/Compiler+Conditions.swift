import Diagnostics
import Text

extension Compiler {
  /// The conditions of a bracket on one token.
  mutating func tokenConditions(_ predicates: [Predicate]) -> [TokenTest.Condition] {
    predicates.compactMap { predicate in
      guard let property = TokenTest.Condition.Property(rawValue: predicate.property) else {
        let known = TokenTest.Condition.Property.allCases.map(\.rawValue)
        unknown("property", Self.name(of: predicate), among: known)
        return nil
      }
      if let values = property.values { checkValues(of: predicate, among: values) }
      return valueTest(predicate).map { .init(property: property, test: $0) }
    }
  }

  mutating func columnConditions(
    _ predicates: [Predicate], columns: [String]
  ) -> [ColumnCondition] {
    predicates.compactMap { predicate in
      guard columns.contains(predicate.property) else {
        unknown("column", Self.name(of: predicate), among: columns)
        return nil
      }
      return valueTest(predicate).map { .init(column: predicate.property, test: $0) }
    }
  }

  mutating func fieldConditions(_ predicates: [Predicate], of type: TypeID) -> [FieldCondition] {
    predicates.compactMap { predicate in
      guard let field = field(Self.name(of: predicate), of: type) else { return nil }
      if let values = enums[program.types[type.rawValue].kinds[field]] {
        checkValues(of: predicate, among: values)
      }
      return valueTest(predicate).map { .init(field: field, test: $0) }
    }
  }

  private static func name(of predicate: Predicate) -> Name {
    Name(text: predicate.property, location: predicate.location)
  }

  /// Refuses values that a property with few values cannot have.
  private mutating func checkValues(of predicate: Predicate, among known: [String]) {
    let values: [String] =
      switch predicate.test {
      case .equals(let value), .differs(let value): [value]
      case .isOneOf(let values): values
      case .isInList, .matches: []
      }
    for value in values where !known.contains(value) {
      unknown("value", Name(text: value, location: predicate.location), among: known)
    }
  }

  /// The values that a condition of a claim asks for or refuses.
  mutating func values(of predicate: Predicate) -> (Set<String>, Bool)? {
    switch valueTest(predicate) {
    case .isOneOf(let values): return (values, false)
    case .isNoneOf(let values): return (values, true)
    case .matches:
      report(
        "unsupported-test", "a claim cannot ask with `~`", at: predicate.location,
        help: "use `=`, `!=` or `in [ … ]`")
      return nil
    case nil: return nil
    }
  }

  /// An expression, which a pattern that is written often compiles but once.
  private mutating func regex(_ source: String) -> TokenRegex? {
    if let known = regexes[source] { return known }
    let regex = TokenRegex(source)
    regexes[source] = .some(regex)
    return regex
  }

  private mutating func valueTest(_ predicate: Predicate) -> ValueTest? {
    switch predicate.test {
    case .equals(let value): return .isOneOf([value])
    case .differs(let value): return .isNoneOf([value])
    case .isOneOf(let values): return .isOneOf(Set(values))
    case .isInList(let list):
      if let words = listWords[list] { return .isOneOf(words) }
      unknown("list", Name(text: list, location: predicate.location), among: listNames)
      return nil
    case .matches(let source):
      if let regex = regex(source) { return .matches(regex) }
      report(
        "bad-regex", "`/\(source)/` is no expression of this language", at: predicate.location,
        help: "use literals, `.`, `[a-z]`, `\\d`, groups, `|`, `*`, `+`, `?` and `{n,m}`")
      return nil
    }
  }
}
