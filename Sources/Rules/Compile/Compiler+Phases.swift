import Diagnostics
import Text

extension Compiler {
  /// A phase and its automaton, which is indexed when all tests are known.
  typealias WrittenPhase = (compiled: CompiledPhase, builder: PhaseBuilder)

  mutating func compilePhases(of file: RuleFile) -> [WrittenPhase] {
    var result: [WrittenPhase] = []
    for case .phase(let phase) in file.declarations {
      guard admitPhase(phase.name) else { return result }
      var compiled = CompiledPhase(name: phase.name.text, selection: phase.selection)
      var builder = PhaseBuilder()
      compiled.skipping = types(named: phase.skipping)
      for rule in phase.rules {
        compiled.rules.append(compile(rule, in: file.path, into: &builder))
      }
      result.append((compiled, builder))
    }
    return result
  }

  /// Phases of a program at most: each keeps a table of all tests and lists.
  private static let maximumPhases = 128

  private mutating func admitPhase(_ name: Name) -> Bool {
    phaseCount += 1
    guard phaseCount > Self.maximumPhases else { return true }
    report(
      "too-many-phases", "`\(name.text)` is one of more than \(Self.maximumPhases) phases",
      at: name.location, help: "put rules that do not need each other in one phase")
    return false
  }

  private mutating func types(named names: [Name]) -> [TypeID] {
    names.compactMap { type(named: $0) }
  }

  private mutating func type(named name: Name) -> TypeID? {
    if let type = program.type(name.text) { return type }
    unknown("type", name, among: program.types.map(\.name))
    return nil
  }

  private mutating func compile(
    _ rule: RuleDeclaration, in path: String, into builder: inout PhaseBuilder
  ) -> CompiledRule {
    var compiled = compile(
      rule.pattern, named: rule.name, path: rulePath(rule.name, in: path), into: &builder)
    compiled.priority = rule.priority
    guard let made = rule.type else { return compiled }
    compiled.type = type(named: made)
    if let type = compiled.type { compiled.fields = fields(of: rule, type: type) }
    return compiled
  }

  private mutating func compile(
    _ pattern: Pattern, named name: Name, path: String, into builder: inout PhaseBuilder
  ) -> CompiledRule {
    builder.beginRule()
    let accept = builder.add(.accept(rule: builder.rule))
    let start = hasBudget ? emit(pattern, next: accept, into: &builder) : accept
    spend(builder, on: name)
    if builder.isTooLarge {
      report(
        "pattern-too-large",
        "the pattern of `\(name.text)` needs more than \(PhaseBuilder.maximumStates) states",
        at: name.location, help: "repeat less, or part the rule in two phases")
    }
    return CompiledRule(
      path: path, priority: 0, start: start, captures: builder.captures, type: nil)
  }

  // MARK: Patterns outside phases

  mutating func compileLets(of file: RuleFile) {
    for case .alias(let alias) in file.declarations {
      _ = compile(alias.pattern, of: alias.name)
    }
  }

  /// Compiles a pattern that is asked on its own, outside every phase.
  mutating func compile(_ pattern: Pattern) -> CompiledPattern {
    compile(pattern, of: Name(text: "trigger", location: Self.location(of: pattern)))
  }

  /// Where the first atom of a pattern stands.
  private static func location(of pattern: Pattern) -> SourceLocation {
    switch pattern {
    case .literal(_, let at), .lemma(_, let at), .token(_, let at), .list(_, _, let at),
      .named(_, _, let at), .capture(_, _, let at), .repetition(_, _, let at),
      .gap(_, _, let at), .look(_, _, _, let at):
      at
    case .except(let inner, _, _): location(of: inner)
    case .sequence(let parts), .choice(let parts): location(of: parts[0])
    }
  }

  private mutating func compile(_ pattern: Pattern, of name: Name) -> CompiledPattern {
    var builder = patterns
    // Not held twice, so that it is not copied for each pattern.
    patterns = PhaseBuilder()
    let rule = compile(pattern, named: name, path: name.text, into: &builder)
    patterns = builder
    program.patterns.rules.append(rule)
    return CompiledPattern(rawValue: program.patterns.rules.count - 1)
  }

  mutating func compileEvents(of file: RuleFile) {
    for case .events(let events) in file.declarations {
      program.events.append(compile(events, in: file.path))
    }
    for case .claims(let claims) in file.declarations {
      program.claims += compile(claims, in: file.path)
    }
  }

  /// `pack/file.name`: how a rule or frame is called outside its file.
  func rulePath(_ name: Name, in path: String) -> String {
    RuleFile.path(ofRule: name.text, in: path)
  }
}
