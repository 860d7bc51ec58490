import Diagnostics
import FoundationEssentials
import Glibc
import Pipeline

/// Messages to a person, on standard error; data goes through a `CheckedWriter`.
struct Console {
  let isTerminal: Bool
  private let isColored: Bool

  /// The console of this process; NO_COLOR (no-color.org) and a dumb terminal turn colours off.
  init() {
    isTerminal = isatty(STDERR_FILENO) == 1
    let environment = ProcessInfo.processInfo.environment
    isColored =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  func error(_ message: String, help: String? = nil) {
    write("rapporteur: \(colored("error:")) \(message)\n" + (help.map { "  help: \($0)\n" } ?? ""))
  }

  func note(_ message: String) { write("rapporteur: \(message)\n") }

  func show(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { write(diagnostic.rendered() + "\n") }
  }

  /// Writes as it is. A message that cannot be written has nobody to be told to.
  func write(_ text: String) {
    let writer = CheckedWriter.standardError()
    do {
      try writer.write(text.utf8)
      try writer.flush()
    } catch {}
  }

  private func colored(_ text: String) -> String {
    isColored ? "\u{1B}[1;31m\(text)\u{1B}[0m" : text
  }
}
