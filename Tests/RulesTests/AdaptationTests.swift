import Diagnostics
import Testing

@testable import Rules

/// `extend` and `disable`: what they change, and what is wrong with them.
@Suite struct AdaptationTests {
  /// What is shipped.
  private static let base = """
    type T { a: text?, b: text? }
    list word = red | "navy blue"
    list lemma move = meet | go
    list city from "cities.tsv" { match name; keep name, id; case smart }
    let one = "a"
    let two = one "x"
    phase p {
      rule word: w: @word => T { a: "word", b: w.name }
      rule move: @move => T { a: "move" }
      rule city: c: @city => T { a: c.name, b: c.id }
      rule two: two => T { a: "two" }
      block quiet: "not" @word
    }
    claims a { claimed: [negated = yes] => x }

    """

  private static func run(_ rules: String, on text: String, order: [Int] = [0, 1]) throws
    -> [String]
  {
    let files = [("base/main.rules", base), ("mine/main.rules", rules)]
    return try Bench.run(order.map { files[$0] }, on: text)
  }

  @Test(arguments: [
    ("", "red not red met York a x", ["word b=red", "move", "york b=GB", "two"]),
    ("extend list word = green", "green red", ["word b=green", "word b=red"]),
    ("extend list word = \"Navy-blue\" | Red", "navy blue", ["word b=navy blue"]),
    ("extend list move = \"make trips\" | paint", "paint", ["move"]),
    ("extend list lemma move from \"verbs.tsv\" { match verb }", "met", ["move"]),
    (
      "extend list city from \"more.tsv\" { match name, alias; keep id }",
      "Spaceport Jorvik York", ["Mos Eisley", "york b=GB", "york b=GB"]
    ),
    ("extend list city = \"Mos Eisley\"", "Mos Eisley", ["Mos Eisley"]),
    ("extend let one = \"b\" | \"c\"", "a x b x c x", ["two", "two", "two"]),
    ("extend let one = \"b\" extend let one = \"a\" \"b\"", "a b x", ["two"]),
    ("disable rule base/main.word", "red York", ["york b=GB"]),
    ("disable rule base/main.quiet, base/main.city", "not red York", ["word b=red"]),
    ("disable rule base/main.claimed", "red", ["word b=red"]),
    ("disable entry word = RED | Navy-Blue extend list word = green", "red navy blue", []),
    ("disable entry move = go", "go met", ["move"]),
    (
      "disable entry city = York extend list city from \"other.tsv\" { match name; keep id }",
      "York", ["York b=AU"]
    ),
  ])
  func changes(_ rules: String, _ text: String, _ expected: [String]) throws {
    let found = try Self.run(rules, on: text).map { line in
      String(line.split(separator: "» ")[1].replacing("a=", with: ""))
    }
    #expect(found == expected)
  }

  /// The same comes out when the file that adapts is read first.
  @Test(arguments: [
    "extend list word = green", "extend list city from \"more.tsv\" { match name, alias }",
    "extend let one = \"b\"", "disable rule base/main.word", "disable entry city = York",
  ])
  func orderOfFilesDoesNotMatter(_ rules: String) throws {
    let text = "red green York Spaceport a x b x"
    #expect(try Self.run(rules, on: text) == Self.run(rules, on: text, order: [1, 0]))
  }

  /// A pack masks what another adds, and not what it adds itself.
  @Test func masksWhatOtherPacksAdd() throws {
    let files = [
      ("base/main.rules", Self.base),
      ("more/main.rules", "extend list word = green | pink"),
      ("mine/main.rules", "disable entry word = red | green extend list word = red"),
    ]
    #expect(
      try Bench.run(files, on: "red green pink")
        == ["T «red» a=word b=red", "T «pink» a=word b=pink"])
  }

  @Test func examplesOfWhatIsDisabledAreLeftOut() throws {
    let rules = """
      phase p {
        rule a: "a" => T { } expect "a" => T reject "b"
        rule b: "b" => T { } expect "b" => T reject "a"
      }
      events T in clause { frame c: T trigger verb <a> expect "b" => T reject "c" }
      disable rule main.a
      disable example "b"
      """
    let (file, problems) = Parser.parse(path: "mine/main.rules", bytes: Array(rules.utf8))
    #expect(problems.isEmpty)
    let adaptation = Adaptation(of: [file])
    #expect(adaptation.findings.isEmpty)
    var texts: [String] = []
    for declaration in try #require(adaptation.files.first).declarations {
      if case .phase(let phase) = declaration {
        texts += phase.rules.flatMap(\.examples).map(\.text)
      }
      if case .events(let events) = declaration {
        texts += events.frames.flatMap(\.examples).map(\.text)
      }
    }
    #expect(texts == ["a", "c"])
    #expect(Adaptation(of: adaptation.files).findings.isEmpty)
  }

  /// Each mistake with its place and the remedy that it offers.
  @Test(arguments: [
    ("extend list wrod = x", "unknown-list", "13 did you mean `word`?"),
    ("extend let onne = \"x\"", "unknown-pattern", "12 did you mean `one`?"),
    (
      "extend list city from \"more.tsv\" { match name; keep idd }", "unknown-column",
      "53 did you mean `id`?"
    ),
    (
      "extend list city from \"more.tsv\" { match nmae }", "unknown-column",
      "1 did you mean `name`?"
    ),
    (
      "extend list city from \"other.tsv\" { match name; keep id }", "extension-conflict",
      "1 leave the cell empty, or write `disable entry city = \"York\"`"
    ),
    (
      "extend list city from \"more.tsv\" { match name; case fold }", "extension-conflict",
      "53 leave `case` out; the list says how case is compared"
    ),
    ("extend list lemma word = x", "extension-conflict", "19 leave `lemma` out"),
    (
      "extend list move from \"verbs.tsv\" { match verb; keep verb }", "lemma-list-column",
      "54 leave `keep` out"
    ),
    ("extend let one = two", "cyclic-pattern", nil),
    ("disable rule base/main.wrod", "unknown-rule", "14 did you mean `base/main.word`?"),
    ("disable rule main.word", "unknown-rule", "14 did you mean `base/main.word`?"),
    (
      "disable rule base/main.nothing", "unknown-rule",
      "14 that file has city, claimed, move, quiet, two, word"
    ),
    ("disable rule elsewhere/x.nothing", "unknown-rule", "14 rules stand in base/main"),
    ("disable rule base/main.word, base/main.word", "disabled-twice", "30 leave one of them out"),
    ("disable entry wrod = red", "unknown-list", "15 did you mean `word`?"),
    ("disable entry word = rde", "unknown-entry", "22 did you mean `red`?"),
    (
      "disable entry word = elephant", "unknown-entry",
      "22 write one of its spellings, or leave it out"
    ),
    ("disable entry word = red | Red", "disabled-twice", "28 leave one of them out"),
    (
      "extend list word = green disable entry word = green", "disabled-extension",
      "47 take it out of `extend list word`"
    ),
    (
      "disable entry word = red | \"navy blue\"", "empty-list",
      "6 leave it an entry, or disable the rules that use it"
    ),
    (
      "list lemma none from \"none.tsv\" { match verb } phase q { rule r: @none => T { } }",
      "empty-list", "12 leave it an entry, or disable the rules that use it"
    ),
    ("disable example \"x\"", "unknown-example", "17 copy the example's text as it is"),
  ])
  func findsMistakes(_ rules: String, _ id: String, _ remedy: String?) throws {
    let error = #expect(throws: DiagnosticList.self) { try Self.run(rules, on: "a") }
    let found = try #require(error?.diagnostics)
    #expect(found.map(\.id) == [id])
    let place = found.first?.location.map { "\($0.column) " } ?? ""
    if let remedy { #expect(place + (found.first?.help ?? "") == remedy) }
  }

  @Test func namesOfRulesAreOnePerFile() {
    let rules = "phase q { rule r: \"a\" => T { } } claims a { r: [negated = yes] => x }"
    let error = #expect(throws: DiagnosticList.self) { try Self.run(rules, on: "a") }
    #expect(error?.diagnostics.map(\.id) == ["duplicate-name"])
  }

  @Test func showsThePlace() {
    let error = #expect(throws: DiagnosticList.self) {
      try Self.run("\ndisable rule base/main.wrod", on: "a")
    }
    #expect(
      error?.diagnostics.map { $0.rendered() } == [
        """
        mine/main.rules:2:14: error[unknown-rule]: there is no rule, block, frame or claim `base/main.wrod`
          2 | disable rule base/main.wrod
            |              ^^^^^^^^^^^^^^
          help: did you mean `base/main.word`?
        """
      ])
  }
}
