import Diagnostics
import Gazetteer
import Testing
import Text

@testable import Rules

/// A lexicon of a few words.
struct SmallAnalyzer: WordAnalyzer {
  private static let lemmas = ["meet", "talk"]
  private static let words: [String: [(lemma: UInt32, wordClass: UInt16, form: UInt16)]] = [
    "met": [(0, 0, 3), (0, 0, 4)], "meet": [(0, 0, 2)], "talks": [(1, 1, 5), (1, 0, 6)],
  ]

  let names = ["verb", "noun", "base", "past", "participle", "plural", "s"]

  func lemma(_ number: LemmaID) -> String { Self.lemmas[Int(number.rawValue)] }

  func lemma(of text: String) -> LemmaID? {
    Self.lemmas.firstIndex(of: text).map { LemmaID(UInt32($0)) }
  }

  func addReadings(
    of token: TokenID, in vocabulary: Vocabulary, to readings: inout [WordReading]
  ) {
    for word in Self.words[vocabulary.spelling(vocabulary.folded(token))] ?? [] {
      readings.append(
        WordReading(
          lemma: LemmaID(word.lemma), kind: .init(wordClass: word.wordClass, form: word.form)))
    }
  }
}

struct Bench {
  static func run(_ rules: String, on text: String) throws -> [String] {
    try run([("t.rules", rules)], on: text)
  }

  /// Runs files, each with its path, in their order.
  static func run(_ sources: [(path: String, rules: String)], on text: String) throws -> [String] {
    let tables = TokenizerTables(
      clitics: ["'s"], titles: ["mr"], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    var vocabulary = Vocabulary()
    let parsed = sources.map { Parser.parse(path: $0.path, bytes: Array($0.rules.utf8)) }
    let problems = parsed.flatMap(\.1)
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    let program = try Compiler.compile(
      parsed.map(\.0), tables: table, tokenizer: tokenizer, vocabulary: &vocabulary)
    let bytes = Array(text.utf8)
    let segmented = tokenizer.segment(bytes, into: &vocabulary)
    let document = MatchDocument(bytes: bytes, text: segmented, vocabulary: vocabulary)
    var matcher = Matcher(program: program, analyzer: SmallAnalyzer())
    var store = AnnotationStore()
    for phase in program.phases {
      for sentence in segmented.sentences {
        matcher.run(phase, on: sentence, of: document, store: &store)
      }
    }
    return store.annotations.map { annotation in
      let type = program.types[annotation.type.rawValue]
      let fields = zip(type.fields, annotation.fields).compactMap { name, value in
        value.map { "\(name)=\($0)" }
      }
      return "\(type.name) «\(document.string(annotation.tokens))» \(fields.joined(separator: " "))"
    }
  }

  /// Tables by the name of their file; any other has three cities.
  private static let tables = [
    "more.tsv": "name\talias\tid\nMos Eisley\tSpaceport\t\nyork\tEboracum|Jorvik\t\n",
    "other.tsv": "name\tid\nYork\tAU\n",
    "verbs.tsv": "verb\nmeet\n",
    "none.tsv": "verb\n",
  ]

  private static func table(_ path: String) throws(DiagnosticList) -> TableFile {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let text = tables[name] ?? "name\tid\nNew York\tUS\nNew York City\tUS\nyork\tGB\n"
    return try TableFile.parse(path: path, bytes: Array(text.utf8))
  }
}

@Suite struct MatcherTests {
  private static let head = "type T { a: text?, b: text? }\ntype U { a: text? }\n"

  /// Rules, a text, and what must come out by RULES.md.
  @Test(arguments: [
    ("rule r: \"new\" => T { }", "new New NEW old", ["T «new» ", "T «New» ", "T «NEW» "]),
    ("rule r: \"New\" => T { }", "new New NEW", ["T «New» "]),
    ("rule r: <meet> => T { }", "They met to meet.", ["T «met» ", "T «meet» "]),
    (
      "rule r: [class = verb, form = participle] => T { }", "met talks meet",
      ["T «met» "]
    ),
    ("rule r: [class != verb] => T { }", "met talks now", ["T «now» "]),
    ("rule r: [class = noun, form = s] => T { }", "talks", []),
    ("rule r: [case in [capitalized, upper]]+ => T { }", "a Big UN x", ["T «Big UN» "]),
    ("rule r: \"a\" \"b\"? \"c\" => T { }", "a c a b c a b", ["T «a c» ", "T «a b c» "]),
    ("rule r: \"a\"{2,3} => T { }", "a a a a", ["T «a a a» "]),
    ("rule r: \"a\" (\"b\" | \"b\" \"c\") => T { }", "a b c", ["T «a b c» "]),
    (
      "rule r: x: \"a\" y: (\"b\" \"c\")? => T { a: x, b: y.text }", "a b c a",
      ["T «a b c» a=a b=b c", "T «a» a=a"]
    ),
    (
      "rule r: c: @city => T { a: c.text, b: c.id }", "in New York City and New York",
      ["T «New York City» a=New York City b=US", "T «New York» a=New York b=US"]
    ),
    ("rule r: c: @city{id = GB} => T { b: c.id }", "New Yorks and York", ["T «York» b=GB"]),
    ("rule r: \"a\" ...{0,3} \"d\" => T { }", "a b d d a ; d", ["T «a b d d» "]),
    ("rule r: \"a\" ...{0,3 not \"x\"} \"d\" => T { }", "a x d a b d", ["T «a b d» "]),
    ("rule r: \"a\" ahead(\"b\") => T { }", "a b a c", ["T «a» "]),
    ("rule r: \"a\" !ahead(\"b\") => T { a: match.text }", "a b a c", ["T «a» a=a"]),
    ("rule r: behind(\"x\") \"a\" => T { }", "x a y a", ["T «a» "]),
    ("rule r: !behind(\"x\") \"a\" => T { }", "x a", []),
    ("rule r: [case = capitalized] except \"The\" => T { }", "The Big", ["T «Big» "]),
    ("rule r: \"a\" => T { a: \"one\" } rule s: \"a\" => T { a: \"two\" }", "a", ["T «a» a=one"]),
    (
      "rule r: \"a\" => T { a: \"one\" } rule s priority 1: \"a\" => T { a: \"two\" }", "a",
      ["T «a» a=two"]
    ),
    ("rule r: \"a\" => T { } block s: \"(\" ...{0,4} \")\"", "a ( a ) a", ["T «a» ", "T «a» "]),
    (
      "rule r: \"a\" b: \"b\"? => T { a: join(\"x\", b), b: first(b) }", "a b a",
      ["T «a b» a=x b b=b", "T «a» a=x"]
    ),
    ("rule r: \"a\" => T { } rule s: \"b\" \"c\" => T { }", "a b c", ["T «a» ", "T «b c» "]),
    ("rule r: \"b\" => T { } rule s: \"a\" \"b\" => T { }", "a b b", ["T «a b» ", "T «b» "]),
  ])
  func selectsAndCaptures(_ rules: String, _ text: String, _ expected: [String]) throws {
    let source = Self.head + "list city from \"c.tsv\" { match name; keep id; case smart }\n"
    let found = try Bench.run(source + "phase p { \(rules) }", on: text)
    #expect(found == expected)
  }

  @Test func seesEarlierPhasesOnly() throws {
    let rules =
      Self.head + """
        let pair = U "b"
        phase one { rule r: x: "a" => U { a: x } }
        phase two { rule s: u: U{a = a} "b" => T { a: u.a } rule t: T => T { b: "own output" } }
        """
    #expect(try Bench.run(rules, on: "a b a") == ["U «a» a=a", "U «a» a=a", "T «a b» a=a"])
  }

  @Test func skipsBetweenElementsOnly() throws {
    let rules =
      Self.head + """
        phase one { rule aside: "," ...{0,4} "," => U { } }
        phase two in sentence, skipping U { rule r: x: "a" y: "b" => T { a: x, b: y } }
        """
    let found = try Bench.run(rules, on: "a , so , b and b , so ,")
    #expect(found.filter { $0.hasPrefix("T") } == ["T «a , so , b» a=a b=b"])
  }

  @Test func givesAllMatchesOnRequest() throws {
    let rules = Self.head + "phase p select all { rule r: \"a\"+ => T { } }"
    #expect(
      try Bench.run(rules, on: "a a a")
        == ["T «a a a» ", "T «a a» ", "T «a» ", "T «a a» ", "T «a» ", "T «a» "])
  }

  /// Each mistake that the compiler finds, with the remedy that it offers.
  @Test(arguments: [
    ("phase p { rule r: \"a\" => Tt { } }", "unknown-type", "did you mean `T`?"),
    ("phase p { rule r: \"a\" => T { aa: \"x\" } }", "unknown-field", "did you mean `a`?"),
    ("phase p { rule r: @ctiy => T { } }", "unknown-list", "did you mean `city`?"),
    ("phase p { rule r: @city{idd = GB} => T { } }", "unknown-column", "did you mean `id`?"),
    ("phase p { rule r: [clas = verb] => T { } }", "unknown-property", "did you mean `class`?"),
    (
      "phase p { rule r: naem => T { } } let name = \"x\"", "unknown-pattern",
      "did you mean `name`?"
    ),
    (
      "let a = b let b = a phase p { rule r: a => T { } }", "cyclic-pattern",
      "a pattern may use only patterns that do not lead back to it"
    ),
    ("phase p { rule r: \" \" => T { } }", "empty-literal", "write a word in it"),
    (
      "type V { a: text, b: text? } phase p { rule r: \"a\" => V { b: \"x\" } }", "missing-field",
      "write `a: …`, or declare the field with `?`"
    ),
    ("claims aa { c: [negated = yes] => x }", "unknown-field", "did you mean `a`?"),
    (
      "enum s = on | off type V { st: s? } claims st { c: [negated = yes] => onn }",
      "unknown-value", "did you mean `on`?"
    ),
    (
      "schema { roles = guest } events T in clause { frame f: T trigger verb <a> slot guset <- subject: T }",
      "unknown-role", "did you mean `guest`?"
    ),
  ])
  func findsWrongNames(_ rules: String, _ id: String, _ help: String) throws {
    let source = Self.head + "list city from \"c.tsv\" { match name; keep id; case smart }\n"
    let error = #expect(throws: DiagnosticList.self) { try Bench.run(source + rules, on: "a") }
    let first = try #require(error?.diagnostics.first)
    #expect(first.id == id)
    #expect(first.help == help)
  }
}
