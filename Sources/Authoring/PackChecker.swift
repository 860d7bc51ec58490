package import Diagnostics
package import Pipeline

/// Checks the rules, tables and lists of a pack.
package enum PackChecker {
  /// What a check found.
  package struct Report: Sendable {
    package var mistakes: [Diagnostic] = []
    /// Rule files that were read; none where the pack does not compile.
    package var files = 0
  }

  /// Compiles the pack with its language pack and reads its cases; every mistake that keeps it from running is
  /// reported.
  package static func run(_ location: PackLocator.Location) -> Report {
    do {
      let pack = try Pack.load(location.name, from: location.files)
      _ = try PackTester(pack, location.files)
      return Report(files: pack.files.count)
    } catch {
      return Report(mistakes: error.diagnostics)
    }
  }
}
