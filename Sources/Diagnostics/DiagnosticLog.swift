/// Collects mistakes: each of them once, and no more than a reader can want.
///
/// A file of nothing but mistakes must cost no more memory than one without.
package struct DiagnosticLog: Sendable {
  /// Mistakes that are kept; the others are counted.
  package static let maximumCount = 100

  private struct Key: Hashable {
    var id: String
    var message: String
    var line: Int
    var column: Int
    var path: String
  }

  private var kept: [Diagnostic] = []
  private var keys: Set<Key> = []
  private var omitted = 0

  package init() {}

  package var isEmpty: Bool { kept.isEmpty }

  /// Whether further mistakes are only counted.
  package var isFull: Bool { kept.count >= Self.maximumCount }

  /// The mistakes in the order in which they were found; the last says how many more there were.
  package var diagnostics: [Diagnostic] {
    guard omitted > 0 else { return kept }
    let rest = Diagnostic(
      "too-many-mistakes", "there are \(omitted) more mistakes", help: "mend these first")
    return kept + [rest]
  }

  /// Keeps a mistake that is not known; one that finds no room is not even made.
  package mutating func append(_ make: @autoclosure () -> Diagnostic) {
    guard !isFull else {
      omitted += 1
      return
    }
    let diagnostic = make()
    let place = diagnostic.location
    let key = Key(
      id: diagnostic.id, message: diagnostic.message, line: place?.line ?? 0,
      column: place?.column ?? 0, path: place?.path ?? "")
    if keys.insert(key).inserted { kept.append(diagnostic) }
  }

  package mutating func append(contentsOf diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { append(diagnostic) }
  }
}
