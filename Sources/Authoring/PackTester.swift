package import Diagnostics
package import Pipeline
import Resolution
import Rules
import Text

/// Runs the examples that stand in a pack's rules and frames, and the cases beside them.
///
/// An example of a pattern rule is read by the phases alone, one of an event frame and a case by all stages.
package struct PackTester {
  /// How the examples came out.
  package struct Report: Sendable {
    package var passed = 0
    /// Examples that failed, each at its place with what did come out.
    package var failures: [Diagnostic] = []
  }

  private let pack: Pack
  private let cases: [CaseFile]
  private var runner: PackRunner
  private var extractor: PackExtractor

  /// Prepares the examples of a pack and the `*.cases` files of its folder.
  ///
  /// Throws the mistakes in those files.
  package init(_ pack: Pack, _ files: PackFiles) throws(DiagnosticList) {
    self.pack = pack
    var cases: [CaseFile] = []
    for path in files.paths(in: "Pipelines/\(pack.name)", ending: ".cases") {
      let name = String(path.dropFirst("Pipelines/".count))
      cases.append(try CaseFileParser.parse(path: name, bytes: files.bytes(path)))
    }
    self.cases = cases
    do {
      runner = try PackRunner(pack)
      extractor = try PackExtractor(pack)
    } catch {
      throw DiagnosticList([error])
    }
  }

  /// Runs every `expect`, `reject` and `todo` of the pack's phases, frames and cases.
  package mutating func run() -> Report {
    var report = Report()
    for file in pack.files {
      let name = String(file.path.dropLast(".rules".count))
      for declaration in file.declarations {
        switch declaration {
        case .phase(let phase):
          for rule in phase.rules {
            for example in rule.examples {
              check(example, of: "\(name).\(rule.name.text)", &report)
            }
          }
        case .events(let events):
          for frame in events.frames {
            for example in frame.examples {
              checkFrame(example, of: "\(name).\(frame.name.text)", &report)
            }
          }
        case .type, .enumeration, .list, .alias, .schema, .claims, .extend, .disable: break
        }
      }
    }
    for file in cases {
      for item in file.cases { check(item, of: file, &report) }
    }
    return report
  }

  // MARK: Examples

  private mutating func check(_ example: Example, of rule: String, _ report: inout Report) {
    let (document, store) = runner.annotate(Array(example.text.utf8))
    let found = store.annotations.map { Observation($0, in: document, of: pack.program) }
    let holds =
      example.kind == .reject
      ? !found.contains { $0.rule == rule } : Self.holds(example, beside: [example], found)
    record(example, holds, found, of: rule, &report)
  }

  private mutating func checkFrame(_ example: Example, of frame: String, _ report: inout Report) {
    let found = observe(example.text, on: example.date)
    let holds =
      example.kind == .reject && example.type == nil
      ? !found.contains { $0.rule == frame } : Self.holds(example, beside: [example], found)
    record(example, holds, found, of: frame, &report)
  }

  private mutating func check(_ item: CaseFile.Case, of file: CaseFile, _ report: inout Report) {
    let found = observe(item.text, on: item.date)
    let expected = item.expectations.filter { $0.kind == .expect }
    for example in item.expectations {
      let beside = example.kind == .todo ? expected + [example] : expected
      let holds =
        example.kind == .reject && example.type == nil
        ? found.isEmpty : Self.holds(example, beside: beside, found)
      record(example, holds, found, of: "\(file.path): \(item.name)", &report)
    }
  }

  private mutating func observe(_ text: String, on date: String?) -> [Observation] {
    var input = InputDocument(path: "example", text: Array(text.utf8))
    input.date = date
    return Observation.all(of: extractor.analyze(input, isComplete: true))
  }

  /// Whether the result of an example came out, of a `reject` whether it did not.
  ///
  /// `exactly`: there are as many of its type as the expectations beside it ask for, and each of these asks for one.
  private static func holds(
    _ example: Example, beside expected: [Example], _ found: [Observation]
  ) -> Bool {
    let isFound = found.contains { $0.agrees(with: example) }
    guard example.kind != .reject else { return !isFound }
    guard example.isExact, isFound else { return isFound }
    let rivals = found.filter { $0.type == example.type?.text }
    let wanted = expected.filter { $0.type?.text == example.type?.text }
    return rivals.count == wanted.count
      && rivals.allSatisfy { rival in wanted.contains { rival.agrees(with: $0) } }
  }

  // MARK: Failures

  private func record(
    _ example: Example, _ holds: Bool, _ found: [Observation], of subject: String,
    _ report: inout Report
  ) {
    guard holds == (example.kind == .todo) else {
      report.passed += 1
      return
    }
    let lines = shown(found, for: example).map(\.line)
    report.failures.append(
      Diagnostic(
        "example-failed", "`\(subject)`: \(Self.message(example))", at: example.location,
        notes: lines.isEmpty ? ["nothing came out"] : lines))
  }

  /// What came out of the type in question, else all events and entities, else everything.
  private func shown(_ found: [Observation], for example: Example) -> [Observation] {
    let same = found.filter { $0.type == example.type?.text }
    guard same.isEmpty else { return same }
    let events = Set(pack.program.events.flatMap { $0.frames }.map(\.path))
    let records = found.filter { $0.rule == nil || $0.rule.map(events.contains) == true }
    return records.isEmpty ? found : records
  }

  private static func message(_ example: Example) -> String {
    switch example.kind {
    case .expect where example.isExact: "what is expected did not come out, or more came out"
    case .expect: "what is expected did not come out"
    case .reject: "the text must be rejected, and is not"
    case .todo: "this is done: make it `expect`"
    }
  }
}
