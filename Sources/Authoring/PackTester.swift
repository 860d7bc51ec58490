package import Diagnostics
package import Pipeline
import Rules

/// Runs the examples that stand in a pack's rules.
package struct PackTester {
  /// How the examples came out.
  package struct Report: Sendable {
    package var passed = 0
    /// Examples that failed, each as a diagnostic at its text with what did match.
    package var failures: [Diagnostic] = []
  }

  private let pack: Pack
  private var runner: PackRunner

  package init(_ pack: Pack) throws(Diagnostic) {
    self.pack = pack
    runner = try PackRunner(pack)
  }

  /// Runs every `expect`, `reject` and `todo` of the pack's phases.
  package mutating func run() -> Report {
    var report = Report()
    for file in pack.files {
      for case .phase(let phase) in file.declarations {
        for rule in phase.rules {
          let path = String(file.path.dropLast(6)) + "." + rule.name.text
          for example in rule.examples { check(example, of: path, &report) }
        }
      }
    }
    return report
  }

  private mutating func check(_ example: Example, of rule: String, _ report: inout Report) {
    let (document, store) = runner.annotate(Array(example.text.utf8))
    let found = store.annotations
    let matches =
      example.kind == .reject
      ? !found.contains { $0.rule == rule }
      : found.contains { agrees($0, with: example) }
    guard matches == (example.kind == .todo) else {
      report.passed += 1
      return
    }
    let notes = found.map { annotation in
      let type = pack.program.types[annotation.type.rawValue]
      let fields = zip(type.fields, annotation.fields)
        .compactMap { name, value in value.map { "\(name): \"\($0)\"" } }
      return "\(type.name) { \(fields.joined(separator: ", ")) } on "
        + "\"\(document.string(annotation.tokens))\" by \(annotation.rule)"
    }
    report.failures.append(
      Diagnostic(
        "example-failed", "`\(rule)`: \(Self.message(example.kind))", at: example.location,
        notes: notes.isEmpty ? ["nothing matched"] : notes))
  }

  private static func message(_ kind: Example.Kind) -> String {
    switch kind {
    case .expect: "what is expected did not come out"
    case .reject: "the rule matches a text that it must reject"
    case .todo: "this is done: make it `expect`"
    }
  }

  private func agrees(_ annotation: Annotation, with example: Example) -> Bool {
    guard pack.program.types[annotation.type.rawValue].name == example.type?.text else {
      return false
    }
    return example.fields.allSatisfy { name, value in
      pack.program.value(name.text, of: annotation) == value
    }
  }
}
