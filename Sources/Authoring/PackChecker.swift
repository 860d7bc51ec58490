package import Diagnostics
package import Pipeline
import Rules

/// Checks the rules, tables and lists of a pack.
package enum PackChecker {
  /// What a check found.
  package struct Report: Sendable {
    package var mistakes: [Diagnostic] = []
    /// What does not keep the pack from running.
    package var warnings: [Diagnostic] = []
    /// Rule files that were read; none where the pack does not compile.
    package var files = 0
  }

  /// Compiles the pack with its language pack and reads its cases; every mistake that keeps it from running is
  /// reported.
  package static func run(_ location: PackLocator.Location) -> Report {
    do {
      let pack = try Pack.load(location.name, from: location.files)
      _ = try PackTester(pack, location.files)
      let own = pack.files.filter { $0.pack == pack.name }
      return Report(warnings: own.flatMap(untestedRules), files: pack.files.count)
    } catch {
      return Report(mistakes: error.diagnostics)
    }
  }

  /// Pattern rules that no example shows at work, or none at rest. Those of other packs are their authors' matter.
  private static func untestedRules(of file: RuleFile) -> [Diagnostic] {
    var rules: [RuleDeclaration] = []
    for case .phase(let phase) in file.declarations { rules += phase.rules.filter { !$0.isBlock } }
    return rules.compactMap { rule in
      let missing = [Example.Kind.expect, .reject].filter { kind in
        !rule.examples.contains { $0.kind == kind }
      }
      guard !missing.isEmpty else { return nil }
      let words = missing.map { "`\($0.rawValue)`" }.joined(separator: " and no ")
      return Diagnostic(
        "untested-rule", "`\(rule.name.text)` has no \(words)", at: rule.name.location,
        severity: .warning, help: "write a text that it shall find, and one that it shall not")
    }
  }
}
