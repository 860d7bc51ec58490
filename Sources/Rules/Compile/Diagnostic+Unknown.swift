import Diagnostics

extension Diagnostic {
  /// A name that nothing declares, with the nearest one that exists.
  static func unknown(_ what: String, _ name: Name, among names: some Collection<String>) -> Self {
    let help =
      NearestName.find(name.text, in: names).map { "did you mean `\($0)`?" }
      ?? (names.isEmpty
        ? "declare it first" : "known are " + names.sorted().joined(separator: ", "))
    return Diagnostic(
      "unknown-\(what)", "nothing declares the \(what) `\(name.text)`", at: name.location,
      help: help)
  }
}
