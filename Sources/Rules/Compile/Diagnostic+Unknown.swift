import Diagnostics

extension Diagnostic {
  /// A name that nothing declares, with the nearest one that exists.
  static func unknown(_ what: String, _ name: Name, among names: some Collection<String>) -> Self {
    Diagnostic(
      "unknown-\(what)", "nothing declares the \(what) `\(name.text)`", at: name.location,
      help: help(for: name.text, among: names))
  }

  /// Names that a message compares with or lists at most.
  private static var maximumNames: Int { 1000 }

  private static func help(for name: String, among names: some Collection<String>) -> String {
    guard !names.isEmpty, names.count <= maximumNames else { return "declare it first" }
    return NearestName.find(name, in: names).map { "did you mean `\($0)`?" }
      ?? "known are " + names.sorted().joined(separator: ", ")
  }
}
