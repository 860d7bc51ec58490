import Diagnostics

/// Names that are disabled, each once.
struct DisabledNames {
  private var places: [String: SourceLocation] = [:]

  func contains(_ name: String) -> Bool { places[name] != nil }

  /// Disables a name; returns what is wrong where it is disabled already.
  mutating func disable(_ name: Name) -> Diagnostic? {
    guard let first = places.updateValue(name.location, forKey: name.text) else { return nil }
    places[name.text] = first
    return Self.again(name, after: first)
  }

  static func again(_ name: Name, after first: SourceLocation) -> Diagnostic {
    Diagnostic(
      "disabled-twice", "`\(name.text)` is disabled a second time", at: name.location,
      notes: ["the first time is at \(first.path):\(first.line)"], help: "leave one of them out")
  }
}
