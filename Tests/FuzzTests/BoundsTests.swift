import Diagnostics
import Gazetteer
import Testing
import Text

@testable import Rules

/// Input that would take all memory or all time is refused with a reason, soon.
@Suite struct BoundsTests {
  private static func row(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  private static func nested(_ pattern: String, _ repetition: String, times: Int) -> String {
    String(repeating: "(", count: times) + pattern
      + String(repeating: ")\(repetition)", count: times)
  }

  /// Rule files that grow when they are compiled, and the first mistake (nil where there is none).
  static let rules: [(name: String, text: String, id: String?)] = [
    (
      "lets in a row", "let a0 = \"x\"\n" + row(10_000) { "let a\($0 + 1) = a\($0)\n" },
      "pattern-too-deep"
    ),
    (
      "lets in a row, the last first",
      row(10_000) { "let a\(10_000 - $0) = a\(9_999 - $0)\n" } + "let a0 = \"x\"",
      "pattern-too-deep"
    ),
    (
      "lets that double", "let a0 = \"x\"\n" + row(60) { "let a\($0 + 1) = a\($0) a\($0)\n" },
      "pattern-too-large"
    ),
    (
      "names that double",
      "type A { }\nlet a0 = A\n" + row(60) { "let a\($0 + 1) = a\($0) | a\($0)\n" }
        + "events A in clause { frame f: A trigger noun \"x\" slot s <- subject: a60 }",
      "pattern-too-large"
    ),
    ("repetitions", "let a = " + nested("\"x\"", "*", times: 60), "pattern-too-large"),
    ("a long literal", "let a = \"" + row(50_000) { _ in "x " } + "\"", "pattern-too-large"),
    (
      "a long list of lemmas",
      "list lemma l = " + row(10_000) { "w\($0) | " } + "w\nlet a = @l+", "pattern-too-large"
    ),
    (
      "large rules",
      "type T { }\nlet a = (\"x\"{60}){60}\nphase p {\n"
        + row(1_000) { "rule r\($0): a => T { }\n" } + "}", "program-too-large"
    ),
    ("phases", row(10_000) { "phase p\($0) { }\n" }, "too-many-phases"),
    ("an unknown name", "let a = " + String(repeating: "n", count: 100_000), "unknown-pattern"),
    ("unknown names", row(8_000) { "let a\($0) = b\($0)\n" }, "unknown-pattern"),
    ("values", "let a = ([text in [" + row(50_000) { "v\($0), " } + "v]]*)*", "pattern-too-large"),
    (
      "repetitions of nothing in an expression",
      "let a = [text ~ /" + nested("", "{64}", times: 20) + "/]",
      "bad-regex"
    ),
    (
      "choices in an expression", "let a = [text ~ /" + row(50_000) { _ in "a|" } + "/]",
      "bad-regex"
    ),
    ("an expression in repetitions", "let a = ([text ~ /(a{64}|b{64}){7}/]{60}){60}", nil),
    ("a large file", String(repeating: " ", count: (1 << 20) + 1), "rules-too-large"),
    ("nothing but mistakes", String(repeating: "%", count: 100_000), "stray-character"),
  ]

  @Test(arguments: rules.indices) func boundsRules(_ index: Int) throws {
    let (name, text, id) = Self.rules[index]
    let problems = try Self.problems(text)
    #expect(problems.first?.id == id, "\(name)")
    #expect(problems.count <= DiagnosticLog.maximumCount + 1, "\(name)")
    for problem in problems { #expect(problem.rendered().utf8.count < 1 << 20, "\(name)") }
  }

  private static func problems(_ text: String) throws -> [Diagnostic] {
    let (file, problems) = Parser.parse(path: "t.rules", bytes: Array(text.utf8))
    guard problems.isEmpty else { return problems }
    let tables = TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    var vocabulary = Vocabulary()
    do {
      _ = try Compiler.compile(
        [file], tables: { (_: String) throws(DiagnosticList) in throw DiagnosticList([]) },
        tokenizer: tokenizer, vocabulary: &vocabulary)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// Tables that are too wide, or wrong from top to bottom.
  static let tables: [(name: String, text: String, id: String)] = [
    ("columns", row(100_000) { "c\($0)\t" } + "c", "table-header"),
    ("rows", "a\tb\n" + row(20_000) { _ in "x\n" }, "table-cells"),
    ("a long line", "a\tb\n" + String(repeating: "x", count: 1_000_000), "table-cells"),
  ]

  @Test(arguments: tables.indices) func boundsTables(_ index: Int) throws {
    let (name, text, id) = Self.tables[index]
    let problem = #expect(throws: DiagnosticList.self) {
      try TableFile.parse(path: "t.tsv", bytes: Array(text.utf8))
    }
    let diagnostics = try #require(problem?.diagnostics)
    #expect(diagnostics.first?.id == id, "\(name)")
    #expect(diagnostics.count <= DiagnosticLog.maximumCount + 1, "\(name)")
    for diagnostic in diagnostics { #expect(diagnostic.rendered().utf8.count < 4096, "\(name)") }
  }

  @Test func cutsALongLineAroundThePlace() {
    let line = String(repeating: "a", count: 1_000) + "XYZ" + String(repeating: "b", count: 1_000)
    let place = SourceLocation(
      path: "p", line: 1, column: 1_001, length: 3, lineText: line)
    let lines = Diagnostic("x", "m", at: place).rendered().split(separator: "\n").map(Array.init)
    #expect(lines[1].count < 420)
    let carets = lines[2].indices.filter { lines[2][$0] == "^" }
    #expect(String(carets.map { lines[1][$0] }) == "XYZ")
    #expect(lines[1].suffix(1) == ["…"])
  }
}
