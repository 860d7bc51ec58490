import Diagnostics
import Testing

@testable import Rules

/// What is printed parses to the file that it was printed from.
@Suite struct SyntaxPrinterTests {
  @Test(arguments: [
    SyntaxSample.text,
    "let a = ((\"a\" \"b\") \"c\")? | (\"d\" | \"e\") | x: (y: \"f\"){2}",
    "let a = (x: \"a\"+)* (\"b\"?)? (\"c\" except \"d\")+ (\"e\" | \"f\") except \"g\" except (\"h\" \"i\")",
    "let a = !behind(\"a\" | \"b\" \"c\") ...{2} [] T{a = 3, b in [\"C d\", e]} ...{0,3 not A | B}",
    "let a = \"quote \\\" and \\\\ backslash\" [text ~ /a\\/b/]",
    "events A { frame b: A trigger noun (\"a\" | \"b\") \"c\" | verb [c] object (d | e) slot f <- bare: g | h }",
  ])
  func roundTrips(_ text: String) throws {
    let (file, problems) = Self.parse(text)
    #expect(problems.map { $0.rendered() } == [])
    let printed = SyntaxPrinter.text(of: file)
    let (again, mistakes) = Self.parse(printed)
    #expect(mistakes.map { $0.rendered() } == [])
    #expect(Self.shape(again) == Self.shape(file))
    #expect(SyntaxPrinter.text(of: again) == printed)
  }

  @Test func groupsOnlyWhereNeeded() {
    let (file, _) = Self.parse("let a = ((\"x\") (\"y\" | (\"z\"))) | (\"u\"){1,64}")
    #expect(SyntaxPrinter.text(of: file) == "let a = \"x\" (\"y\" | \"z\") | \"u\"+\n")
  }

  private static func parse(_ text: String) -> (RuleFile, [Diagnostic]) {
    Parser.parse(path: "a.rules", bytes: Array(text.utf8))
  }

  /// Every value of a tree save its places.
  private static func shape(_ value: Any) -> String {
    if value is Diagnostics.SourceLocation { return "" }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return String(reflecting: value) }
    let children = mirror.children.map { "\($0.label ?? ""):\(shape($0.value))" }
    return "\(mirror.subjectType)(\(children.joined(separator: ",")))"
  }
}
