import Diagnostics
import Testing
import Text

@testable import Rules

/// What the language says of lists, tests, captures and mistakes, case by case.
@Suite struct MatchLanguageTests {
  private static let head = """
    enum tone = warm | cold
    type T { a: text?, b: text?, tone: tone? }
    type U { a: text? }
    list lemma speak = meet | "talk now" | unheard
    list pair = "x y" | z

    """

  @Test(arguments: [
    ("rule r: @speak => T { }", "They met talks now unheard", ["met", "talks now", "unheard"]),
    ("rule r: [lemma in @speak] => T { }", "They met talks", ["met"]),
    ("rule r: [lower in @pair] => T { }", "x y Z", ["Z"]),
    ("rule r: [text ~ /[A-Z]\\d{2,3}|q.*/] => T { }", "A1 A12 xA123 q quit", ["A12", "q", "quit"]),
    ("rule r: [lemma ~ /me+t/, form != base] => T { }", "met meet", ["met"]),
    ("rule r: [likely = noun] => T { }", "met talks", ["talks"]),
    ("rule r: [likely != verb] => T { }", "met talks x", ["talks", "x"]),
    ("rule r: \"b\" => T { } block s: \"a\" \"b\"", "a b b", ["b"]),
  ])
  func matches(_ rules: String, _ text: String, _ expected: [String]) throws {
    let found = try Bench.run(Self.head + "phase p { \(rules) }", on: text)
    #expect(found == expected.map { "T «\($0)» " })
  }

  @Test(arguments: [
    ("x: \"a\" x: \"b\" => T { a: join(x), b: first(x) }", "a b", "T «a b» a=a b b=a"),
    ("x: (\"a\" | \"b\"){1,3} => T { a: x }", "a b a", "T «a b a» a=a b a"),
    ("(x: \"a\" | \"b\"){1,3} => T { a: join(x), b: first(x) }", "a b a", "T «a b a» a=a a b=a"),
    ("(x: \"a\" \"b\") except \"c\" => T { a: x }", "a b", "T «a b» a=a"),
    ("x: (@pair except \"z\") => T { a: x.name }", "x y", "T «x y» a=x y"),
    ("\"a\" => T { tone: warm, a: match.text }", "a", "T «a» a=a tone=warm"),
  ])
  func captures(_ rule: String, _ text: String, _ expected: String) throws {
    #expect(try Bench.run(Self.head + "phase p { rule r: \(rule) }", on: text) == [expected])
  }

  @Test func neverSkipsInsideALiteral() throws {
    let phases = """
      phase one { rule aside: "," => U { } }
      phase two skipping U { rule r: "a b" => T { } rule s: "c" "d" => T { } }
      """
    let found = try Bench.run(Self.head + phases, on: "a , b c , d")
    #expect(found.filter { $0.hasPrefix("T") } == ["T «c , d» "])
  }

  /// The way that skips least is taken, though another comes first.
  @Test func skipsAsLittleAsItCan() throws {
    let phases = """
      phase one { rule aside: "," "b" "," => U { } }
      phase two skipping U { rule r: "a" (x: "c" "c" | y: "," "b" "," "c" "c") => T { a: x, b: y } }
      """
    let found = try Bench.run(Self.head + phases, on: "a , b , c c")
    #expect(found.filter { $0.hasPrefix("T") } == ["T «a , b , c c» b=,"])
  }

  @Test(arguments: [
    ("phase p { rule r: \"a\" => T { a: xx } }", "unknown-capture"),
    ("phase p { rule r: x: \"a\" => T { a: x.nam } }", "unknown-property"),
    ("phase p { rule r: x: \"a\" => T { a: jion(x) } }", "unknown-function"),
    ("phase p { rule r: x: \"a\" x: \"b\" => T { a: x } }", "list-in-scalar"),
    ("phase p { rule r: \"a\" => T { tone: wram } }", "unknown-capture"),
    ("phase p { rule r: \"a\" => T { tone: \"wram\" } }", "unknown-value"),
    ("phase p { rule r: T{tone = wram} => U { } }", "unknown-value"),
    ("phase p { rule r: [case = capitalised] => U { } }", "unknown-value"),
    ("phase p { rule r: [text in @piar] => U { } }", "unknown-list"),
    ("phase p { rule r: [text ~ /(a/] => U { } }", "bad-regex"),
    ("phase p { rule r: @speak{name = x} => U { } }", "lemma-list-condition"),
    ("phase p { rule r: \"a\" => U { } rule r: \"b\" => U { } }", "duplicate-name"),
    ("type T { }", "duplicate-name"),
    ("type V { a: txet }", "unknown-kind"),
    ("let unused = @piar", "unknown-list"),
    ("let a = b b let b = a a", "cyclic-pattern"),
    ("phase p { rule r: (\"a\"{64}){64} \"b\" => U { } }", "pattern-too-large"),
    (
      "let a = \"x\"{16} let b = a a a a a a a a let c = b b b b b b b b let d = c c c c c c",
      "pattern-too-large"
    ),
    ("events T in clause { frame f: Tt trigger verb <go> }", "unknown-type"),
    ("events T in clause { frame f: T trigger noun @piar }", "unknown-list"),
    ("events T in clause { frame f: T trigger noun @pair set tone = wram }", "unknown-value"),
  ])
  func findsMistakes(_ rules: String, _ id: String) throws {
    let error = #expect(throws: DiagnosticList.self) { try Bench.run(Self.head + rules, on: "a") }
    #expect(error?.diagnostics.first?.id == id)
  }

  @Test func patternsCanBeAskedOnTheirOwn() throws {
    let source =
      Self.head + """
        let party = U | "a" "b"?
        events T in clause { frame f: T trigger noun party slot who <- subject: U }
        """
    let tables = TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    var vocabulary = Vocabulary()
    let (file, _) = Parser.parse(path: "t.rules", bytes: Array(source.utf8))
    let program = try Compiler.compile(
      [file], tables: { (_: String) throws(DiagnosticList) in throw DiagnosticList([]) },
      tokenizer: tokenizer, vocabulary: &vocabulary)
    let bytes = Array("c a b a".utf8)
    let text = tokenizer.segment(bytes, into: &vocabulary)
    let document = MatchDocument(bytes: bytes, text: text, vocabulary: vocabulary)
    var matcher = Matcher(program: program, analyzer: SmallAnalyzer())
    let sentence = TokenRange(0, 4)
    let store = AnnotationStore()
    let frame = try #require(program.events.first?.frames.first)
    #expect(frame.path == "t.f")
    guard case .noun(let noun) = try #require(frame.triggers.first) else {
      Issue.record("the trigger is a noun")
      return
    }
    for pattern in [try #require(program.pattern("party")), noun] {
      let longest = (0..<4).map {
        matcher.longestMatch(of: pattern, at: $0, in: sentence, of: document, store: store)
      }
      #expect(longest == [nil, TokenRange(1, 3), nil, TokenRange(3, 4)])
      let exact = [TokenRange(1, 2), TokenRange(1, 3), TokenRange(1, 4), TokenRange(2, 3)].map {
        matcher.matches(pattern, exactly: $0, in: sentence, of: document, store: store)
      }
      #expect(exact == [true, true, false, false])
      let last = [TokenRange(0, 3), TokenRange(0, 4), TokenRange(0, 1)].map {
        matcher.matches(pattern, endOf: $0, of: document, store: store)
      }
      #expect(last == [true, true, false])
    }
  }

  @Test func endsAtTheSpanCap() throws {
    let words = Array(repeating: "a", count: 70).joined(separator: " ")
    let found = try Bench.run(Self.head + "phase p { rule r: \"a\"+ \"a\" => T { } }", on: words)
    #expect(found.map { $0.filter { $0 == "a" }.count } == [64, 6])
  }
}
