/// How much a finding matters: an error stops the pack from running, a warning does not.
package enum Severity: String, Sendable, Hashable, CaseIterable {
  case error, warning, note
}

/// A place in a source file: 1-based line and column, the column counted in code points.
package struct SourceLocation: Sendable, Hashable, Comparable {
  package var path: String
  package var line: Int
  package var column: Int
  /// Code points to underline, at least 1.
  package var length: Int
  /// The text of the line without its line end.
  package var lineText: String

  package init(path: String, line: Int, column: Int, length: Int = 1, lineText: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.lineText = lineText
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.path, a.line, a.column) < (b.path, b.line, b.column)
  }
}

/// A mistake in rules, lists or tables: what, where, why and what to do about it.
package struct Diagnostic: Sendable, Hashable, Error {
  /// Stable identifier such as `unknown-type`; the documentation lists them all.
  package var id: String
  package var severity: Severity
  package var message: String
  package var location: SourceLocation?
  package var notes: [String]
  package var help: String?

  package init(
    _ id: String, _ message: String, at location: SourceLocation? = nil,
    severity: Severity = .error, notes: [String] = [], help: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
  }
}

/// Several mistakes at once, thrown where nothing useful can be built.
package struct DiagnosticList: Error, Sendable {
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
