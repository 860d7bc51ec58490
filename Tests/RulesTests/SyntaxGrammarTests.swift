import Diagnostics
import Testing

@testable import Rules

/// Holds `Grammar.md` to the parser: the sample uses every word and mark of the grammar, and the parser reads it.
@Suite struct SyntaxGrammarTests {
  @Test func readsTheSample() {
    let (file, problems) = Parser.parse(path: "a.rules", bytes: Array(SyntaxSample.text.utf8))
    #expect(problems.map { $0.rendered() } == [])
    #expect(file.uses.count == 2)
    #expect(file.declarations.count == 21)
  }

  @Test func theSampleUsesAllOfTheGrammar() throws {
    let used = Set(Self.lexemes(of: SyntaxSample.text).map(\.text))
    let terminals = try Self.terminals()
    #expect(terminals.count > 60)
    #expect(terminals.filter { !used.contains($0) } == [])
  }

  /// Each word of the grammar misspelt in the sample is a mistake, save five that then read as a pattern's name, which
  /// the compiler does not know.
  @Test func everyKeywordMatters() throws {
    let words = try Self.terminals().filter { $0.allSatisfy(\.isLetter) }
    for word in words where !["ahead", "else", "except", "per", "required"].contains(word) {
      let places = Self.lexemes(of: SyntaxSample.text).filter {
        $0.kind == .name && $0.text == word
      }
      let isNoticed = places.contains { place in
        var bytes = Array(SyntaxSample.text.utf8)
        bytes.replaceSubrange(place.start..<place.end, with: "zzzzzz".utf8)
        return !Parser.parse(path: "a.rules", bytes: bytes).1.isEmpty
      }
      #expect(isNoticed, "`\(word)` may be misspelt")
    }
  }

  private static func lexemes(of text: String) -> [Lexeme] {
    var lexer = Lexer(SourceFile(path: "a.rules", bytes: Array(text.utf8)))
    lexer.run()
    return lexer.lexemes
  }

  /// What stands in quotation marks in the rules of the grammar, lexemes apart.
  private static func terminals() throws -> [String] {
    let grammar = try SyntaxPages.text("Grammar.md").components(after: "## Lexemes")[0]
    let blocks = grammar.components(after: "```ebnf").dropFirst()
    let rules = blocks.map { $0.components(after: "```")[0] }.joined()
    let parts = rules.components(after: "\"").enumerated()
    return Set(parts.filter { $0.offset % 2 == 1 }.map(\.element)).sorted()
  }
}
