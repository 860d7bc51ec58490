import Diagnostics

/// What rule files declare that others may extend or disable.
struct RuleInventory {
  /// Names of `let`.
  private(set) var lets: Set<String> = []
  /// Paths of rules, blocks, frames and claims: `pack/file.name`.
  private(set) var rules: Set<String> = []
  /// Texts of examples.
  private(set) var examples: Set<String> = []

  init(of files: [RuleFile]) {
    for file in files {
      for declaration in file.declarations { add(declaration, of: file) }
    }
  }

  private mutating func add(_ declaration: Declaration, of file: RuleFile) {
    switch declaration {
    case .alias(let alias): lets.insert(alias.name.text)
    case .phase(let phase):
      rules.formUnion(phase.rules.map { file.path(ofRule: $0.name.text) })
      examples.formUnion(phase.rules.flatMap(\.examples).map(\.text))
    case .events(let events):
      rules.formUnion(events.frames.map { file.path(ofRule: $0.name.text) })
      examples.formUnion(events.frames.flatMap(\.examples).map(\.text))
    case .claims(let claims):
      rules.formUnion(claims.claims.map { file.path(ofRule: $0.name.text) })
    default: break
    }
  }

  /// What to write for the path of a rule that is not there: one spelled like it, one of its name, or the names of its file.
  func remedy(forRule path: String) -> String {
    let parts = path.split(separator: ".", maxSplits: 1)
    let file = parts[0] + "."
    let likely =
      NearestName.find(path, in: rules)
      ?? rules.filter { $0.hasSuffix("." + (parts.last ?? "")) }.min()
    if let likely { return "did you mean `\(likely)`?" }
    let beside = rules.filter { $0.hasPrefix(file) }.map { $0.dropFirst(file.count) }.sorted()
    guard beside.isEmpty else { return "that file has " + beside.joined(separator: ", ") }
    let files = Set(rules.compactMap { $0.split(separator: ".").first }).sorted()
    return "rules stand in " + files.joined(separator: ", ")
  }
}
