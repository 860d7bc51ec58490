/// What a rule's captures can hold, found before the rule is compiled.
struct CaptureSurvey {
  /// One capture name of a pattern.
  struct Capture: Hashable {
    /// It can be taken more than once in one match.
    var isList: Bool
    /// Columns and fields that what it takes may have.
    var properties: Set<String>
  }

  private let lets: [String: Pattern]
  private let listColumns: [String: [String]]
  private let typeFields: [String: [String]]
  private var captures: [String: [String: Capture]] = [:]
  private var properties: [String: Set<String>] = [:]

  init(
    lets: [String: Pattern], listColumns: [String: [String]], typeFields: [String: [String]]
  ) {
    self.lets = lets
    self.listColumns = listColumns
    self.typeFields = typeFields
  }

  /// The captures of a pattern by name. No `let` may lead back to itself; each is surveyed once.
  mutating func captures(of pattern: Pattern) -> [String: Capture] {
    switch pattern {
    case .literal, .lemma, .token, .list, .gap, .look: return [:]
    case .named(let name, _, _):
      guard let inner = lets[name] else { return [:] }
      if let known = captures[name] { return known }
      let found = captures(of: inner)
      captures[name] = found
      return found
    case .capture(let name, let inner, _):
      let own = Capture(isList: false, properties: properties(of: inner))
      return Self.join(captures(of: inner), [name: own], areTogether: true)
    case .sequence(let parts):
      return parts.reduce([:]) { Self.join($0, captures(of: $1), areTogether: true) }
    case .choice(let parts):
      return parts.reduce([:]) { Self.join($0, captures(of: $1), areTogether: false) }
    case .repetition(let inner, let bounds, _):
      let found = captures(of: inner)
      return bounds.upperBound > 1 ? Self.join(found, found, areTogether: true) : found
    case .except(let inner, _, _): return captures(of: inner)
    }
  }

  private static func join(
    _ a: [String: Capture], _ b: [String: Capture], areTogether: Bool
  ) -> [String: Capture] {
    a.merging(b) { first, second in
      Capture(
        isList: areTogether || first.isList || second.isList,
        properties: first.properties.union(second.properties))
    }
  }

  private mutating func properties(of pattern: Pattern) -> Set<String> {
    switch pattern {
    case .literal, .lemma, .token, .gap, .look: return []
    case .list(let name, _, _): return Set(listColumns[name] ?? [])
    case .named(let name, _, _):
      guard let inner = lets[name] else { return Set(typeFields[name] ?? []) }
      if let known = properties[name] { return known }
      let found = properties(of: inner)
      properties[name] = found
      return found
    case .sequence(let parts), .choice(let parts):
      return parts.reduce([]) { $0.union(properties(of: $1)) }
    case .capture(_, let inner, _), .repetition(let inner, _, _), .except(let inner, _, _):
      return properties(of: inner)
    }
  }
}
