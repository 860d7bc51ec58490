import Diagnostics

/// Patterns that name others: what leads back to itself, or on and on, cannot be written out.
extension Compiler {
  /// Patterns inside one another at most, with those that names stand for.
  private static let maximumHeight = 512

  /// Reports each `let` that leads back to itself or through too many others; gives whether there is none.
  mutating func refuseEndlessLets(_ files: [RuleFile]) -> Bool {
    var survey = HeightSurvey()
    for case .alias(let alias) in files.flatMap(\.declarations) {
      _ = height(of: alias.name, &survey)
    }
    return survey.isBounded
  }

  /// How high the `let`s that have been visited are.
  private struct HeightSurvey {
    var heights: [String: Int] = [:]
    /// The names that lead to the one that is visited.
    var open: [String] = []
    /// Levels of patterns between the first of these and what is visited.
    var depth = 0
    var isBounded = true
  }

  private mutating func height(of name: Name, _ survey: inout HeightSurvey) -> Int {
    guard let pattern = lets[name.text] else { return 0 }
    if let known = survey.heights[name.text] {
      if survey.depth + known > Self.maximumHeight { refuseHeight(name, &survey) }
      return known
    }
    guard !survey.open.contains(name.text) else {
      survey.isBounded = false
      report(
        "cyclic-pattern", "`\(name.text)` contains itself", at: name.location,
        help: "a pattern may use only patterns that do not lead back to it")
      return 0
    }
    guard survey.depth < Self.maximumHeight else {
      refuseHeight(name, &survey)
      return 0
    }
    survey.open.append(name.text)
    let height = height(of: pattern, &survey)
    survey.open.removeLast()
    survey.heights[name.text] = height
    return height
  }

  private mutating func refuseHeight(_ name: Name, _ survey: inout HeightSurvey) {
    survey.isBounded = false
    report(
      "pattern-too-deep", "`\(name.text)` leads through too many other patterns",
      at: name.location, help: "let patterns name fewer others, one inside the other")
  }

  private mutating func height(of pattern: Pattern, _ survey: inout HeightSurvey) -> Int {
    survey.depth += 1
    defer { survey.depth -= 1 }
    func highest(_ compiler: inout Compiler, _ parts: [Pattern]) -> Int {
      parts.reduce(0) { max($0, compiler.height(of: $1, &survey)) }
    }
    switch pattern {
    case .literal, .lemma, .token, .list: return 1
    case .named(let name, _, let at):
      return 1 + height(of: Name(text: name, location: at), &survey)
    case .sequence(let parts), .choice(let parts): return 1 + highest(&self, parts)
    case .capture(_, let inner, _), .repetition(let inner, _, _), .look(_, _, let inner, _):
      return 1 + height(of: inner, &survey)
    case .gap(_, let excluding, _): return 1 + highest(&self, excluding.map { [$0] } ?? [])
    case .except(let inner, let veto, _): return 1 + highest(&self, [inner, veto])
    }
  }
}
