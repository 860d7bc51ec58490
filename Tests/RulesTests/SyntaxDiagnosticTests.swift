import Diagnostics
import Glibc
import Testing

@testable import Rules

/// Runs the examples of `Diagnostics.md`.
@Suite struct SyntaxDiagnosticTests {
  /// A section of the page: a diagnostic, a file that shows it, the file mended.
  struct Section {
    var id: String
    var bad: String
    var good: String
  }

  @Test func everyMistakeIsDocumented() throws {
    #expect(try Self.sections().map(\.id).sorted() == SyntaxDiagnostic.ids.sorted())
  }

  @Test func examplesDoWhatThePageSays() throws {
    for section in try Self.sections() {
      let problems = Self.problems(section.bad)
      #expect(problems.first?.id == section.id)
      #expect(problems.first?.location != nil && problems.first?.help != nil, "\(section.id)")
      #expect(Self.problems(section.good).map { $0.rendered() } == [], "\(section.id)")
    }
  }

  /// A misspelt word is answered with the right one.
  @Test func offersTheRightWord() throws {
    for section in try Self.sections()
    where section.id.hasPrefix("unknown-")
      || ["expected-rule", "expected-frame"].contains(section.id)
    {
      let help = try #require(Self.problems(section.bad).first?.help)
      #expect(help.hasPrefix("did you mean `"), "\(section.id)")
      #expect(section.good.contains(help.split(separator: "`")[1]), "\(section.id)")
    }
  }

  @Test func showsThePlace() {
    #expect(
      Self.problems("type A { x: text }\nphase b selcet all { }").map { $0.rendered() } == [
        """
        test.rules:2:9: error[unknown-phase-option]: `selcet` is no option of a phase
          2 | phase b selcet all { }
            |         ^^^^^^
          help: did you mean `select`?
        """
      ])
  }

  @Test func saysWhereTheFileEnds() {
    #expect(
      Self.problems("phase a").map(\.message)
        == ["the end of the file is no option of a phase"])
  }

  private static func problems(_ text: String) -> [Diagnostic] {
    let parts = text.split(separator: "\\xFF", omittingEmptySubsequences: false)
    let bytes = parts.map { Array($0.utf8) }.joined(separator: [0xFF])
    return Parser.parse(path: "test.rules", bytes: Array(bytes)).1
  }

  private static func sections() throws -> [Section] {
    let page = try SyntaxPages.text("Diagnostics.md")
    return try page.components(after: "\n## ").dropFirst().map { section in
      let fences = section.components(after: "```")
      try #require(fences.count == 5, "two examples stand in every section")
      let code = [fences[1], fences[3]].map { $0.drop { $0 != "\n" }.dropFirst().dropLast() }
      return Section(
        id: String(section.prefix { $0 != "\n" }), bad: String(code[0]), good: String(code[1]))
    }
  }
}

/// The pages of the documentation that stand beside the sources.
enum SyntaxPages {
  static func text(_ name: String, file: String = #filePath) throws -> String {
    let root = file.components(after: "/Tests/RulesTests/").dropLast().joined(
      separator: "/Tests/RulesTests/")
    let path = "\(root)/Sources/Rules/Rules.docc/\(name)"
    let stream = unsafe fopen(path, "r")
    let handle = try unsafe #require(stream, "\(path) cannot be read")
    defer { unsafe fclose(handle) }
    var bytes: [UInt8] = []
    // SAFETY: the handle is open until the end of the function.
    while case let byte = unsafe getc(handle), byte != EOF { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The parts between occurrences of a separator.
  func components(after separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
