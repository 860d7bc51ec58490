import Diagnostics

/// Rule files with what they say of one another carried out: `extend let`, `disable rule` and `disable example`.
///
/// `extend list` and `disable entry` stay in the files, as the lists' tables are needed for them. O(declarations).
package struct Adaptation {
  /// The files to compile and to test, in the order given.
  package private(set) var files: [RuleFile]
  private(set) var findings = DiagnosticLog()
  /// What is added to each `let`, in the order of the files.
  private var patterns: [String: [Pattern]] = [:]
  private var rules = DisabledNames()
  private var examples = DisabledNames()

  package init(of files: [RuleFile]) {
    self.files = files
    let inventory = RuleInventory(of: files)
    for file in files {
      for declaration in file.declarations { gather(declaration, of: file, inventory) }
    }
    self.files = files.map(adapted)
  }

  // MARK: Gathering

  private mutating func gather(
    _ declaration: Declaration, of file: RuleFile, _ inventory: RuleInventory
  ) {
    switch declaration {
    case .extend(.alias(let alias)):
      patterns[alias.name.text, default: []].append(alias.pattern)
      guard !inventory.lets.contains(alias.name.text) else { return }
      findings.append(.unknown("pattern", alias.name, among: inventory.lets))
    case .disable(.rules(let paths)):
      for path in paths { disable(rule: path, in: file, inventory) }
    case .disable(.examples(let texts)):
      for text in texts { disable(example: text, inventory) }
    default: break
    }
  }

  private mutating func disable(rule path: Name, in file: RuleFile, _ inventory: RuleInventory) {
    var rule = path
    rule.text = file.resolve(path.text)
    guard inventory.rules.contains(rule.text) else {
      findings.append(
        Diagnostic(
          "unknown-rule", "there is no rule, block, frame or claim `\(rule.text)`",
          at: path.location, help: inventory.remedy(forRule: rule.text)))
      return
    }
    if let again = rules.disable(rule) { findings.append(again) }
  }

  private mutating func disable(example text: Name, _ inventory: RuleInventory) {
    guard inventory.examples.contains(text.text) else {
      let near = findings.isFull ? nil : NearestName.find(text.text, in: inventory.examples)
      findings.append(
        Diagnostic(
          "unknown-example", "no example has the text `\(text.text)`", at: text.location,
          help: near.map { "did you mean `\($0)`?" } ?? "copy the example's text as it is"))
      return
    }
    if let again = examples.disable(text) { findings.append(again) }
  }

  // MARK: Carrying out

  private func adapted(_ file: RuleFile) -> RuleFile {
    var result = file
    result.declarations = file.declarations.compactMap { adapted($0, of: file) }
    return result
  }

  /// The declaration that is left; nil for one that is carried out.
  private func adapted(_ declaration: Declaration, of file: RuleFile) -> Declaration? {
    func isEnabled(_ name: Name) -> Bool { !rules.contains(file.path(ofRule: name.text)) }
    switch declaration {
    case .alias(var alias):
      alias.pattern = Self.choice(of: alias.pattern, patterns[alias.name.text] ?? [])
      return .alias(alias)
    case .phase(var phase):
      phase.rules.removeAll { !isEnabled($0.name) }
      for index in phase.rules.indices { drop(from: &phase.rules[index].examples) }
      return .phase(phase)
    case .events(var events):
      events.frames.removeAll { !isEnabled($0.name) }
      for index in events.frames.indices { drop(from: &events.frames[index].examples) }
      return .events(events)
    case .claims(var claims):
      claims.claims.removeAll { !isEnabled($0.name) }
      return .claims(claims)
    case .extend(.alias), .disable(.rules), .disable(.examples): return nil
    default: return declaration
    }
  }

  private func drop(from list: inout [Example]) {
    list.removeAll { examples.contains($0.text) }
  }

  private static func choice(of pattern: Pattern, _ more: [Pattern]) -> Pattern {
    guard !more.isEmpty else { return pattern }
    return .choice(
      ([pattern] + more).flatMap { part in
        if case .choice(let parts) = part { parts } else { [part] }
      })
  }
}
