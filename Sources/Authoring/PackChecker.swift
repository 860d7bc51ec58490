package import Diagnostics
package import Pipeline

/// Checks the rules, tables and lists of a pack.
package enum PackChecker {
  /// What a check found.
  package struct Report: Sendable {
    package var mistakes: [Diagnostic]
    /// One line: `2 mistakes`, or how much was checked.
    package var summary: String
  }

  /// Compiles the pack with its language pack; every mistake that keeps it from running is reported.
  package static func run(_ location: PackLocator.Location) -> Report {
    do {
      let pack = try Pack.load(location.name, from: location.files)
      let rules = pack.files.count
      return Report(mistakes: [], summary: "\(rules) rule files, no mistakes")
    } catch {
      let count = error.diagnostics.count
      return Report(
        mistakes: error.diagnostics, summary: "\(count) \(count == 1 ? "mistake" : "mistakes")")
    }
  }
}
