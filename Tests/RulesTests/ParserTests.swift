import Diagnostics
import Testing

@testable import Rules

@Suite struct ParserTests {
  private func parse(_ text: String) -> (RuleFile, [Diagnostic]) {
    Parser.parse(path: "test.rules", bytes: Array(text.utf8))
  }

  @Test func readsEveryDeclaration() throws {
    let (file, problems) = parse(
      """
      use english/groups
      type Title { office: text, rank: text? }
      enum status = held | planned
      schema { entities = person | place; roles = host }
      list talks = talks | "working lunch"
      list lemma travel = fly | go
      list city from "places/cities.tsv" { match name, alias; keep id; case smart }
      let part = [kind = word, case in [capitalized, mixed]] except @talks
      phase people in sentence, select longest, skipping Aside {
        /// A titled name.
        rule titled priority 2: r: @rank{0,2} o: @office{kind = minister} n: part+ !ahead("," <be>)
          => Person { name: n.text, office: join(r, o) }
          expect "Deputy Minister Mwangi arrived." on 2024-01-26 => Person { name: "Mwangi" }
          reject "The minister arrived."
        block aside: "(" ...{0,12 not Person} ")"
      }
      """)
    #expect(problems.map { $0.rendered() } == [])
    #expect(file.uses.map(\.text) == ["english/groups"])
    #expect(file.declarations.count == 8)
    guard case .phase(let phase) = try #require(file.declarations.last) else {
      Issue.record("the last declaration is a phase")
      return
    }
    #expect(phase.skipping.map(\.text) == ["Aside"])
    #expect(phase.rules.map(\.name.text) == ["titled", "aside"])
    #expect(phase.rules[0].documentation == "A titled name.")
    #expect(phase.rules[0].priority == 2)
    #expect(phase.rules[0].examples.map(\.kind) == [.expect, .reject])
    #expect(phase.rules[0].examples[0].date == "2024-01-26")
    #expect(phase.rules[1].isBlock)
  }

  @Test func readsFrames() throws {
    let (file, problems) = parse(
      """
      events Meeting, Visit in clause, skipping Aside {
        /// Who meets whom.
        frame talks: Meeting
          trigger verb <meet> | verb [hold, have] object talk
          trigger noun [class = adjective]{0,2} @talks
          slot participants <- subject, "with", possessor: Person | State
          slot place <- "in", bare: Place
          set subkind = talks
          expect "They met." => Meeting { status: held }
          reject "They left."
      }
      """)
    #expect(problems.map { $0.rendered() } == [])
    guard case .events(let events) = try #require(file.declarations.first) else {
      Issue.record("the declaration is of events")
      return
    }
    #expect(events.types.map(\.text) == ["Meeting", "Visit"])
    #expect(events.skipping.map(\.text) == ["Aside"])
    let frame = try #require(events.frames.first)
    #expect(frame.triggers.count == 3)
    #expect(frame.slots.map(\.role.text) == ["participants", "place"])
    #expect(frame.slots[0].sources == [.subject, .preposition("with"), .possessor])
    #expect(frame.settings.map(\.field.text) == ["subkind"])
    #expect(frame.examples.count == 2)
    #expect(frame.documentation == "Who meets whom.")
  }

  /// Each diagnostic with a text that brings it out, where it stands, and the same text mended.
  @Test(arguments: [
    ("unknown-declaration", "tpye A { x: text }", 1, 1, "type A { x: text }"),
    ("expected-mark", "let a \"x\"", 1, 7, "let a = \"x\""),
    ("expected-name", "let = \"x\"", 1, 5, "let a = \"x\""),
    ("open-string", "let a = \"x", 1, 9, "let a = \"x\""),
    ("open-regex", "let a = [text ~ /x]", 1, 17, "let a = [text ~ /x/]"),
    ("stray-character", "let a = \"x\" %", 1, 13, "let a = \"x\""),
    (
      "unknown-list-option", "list a from \"x\" { mtach b }", 1, 19, "list a from \"x\" { match b }"
    ),
    ("expected-text", "list a from x { match b }", 1, 13, "list a from \"x\" { match b }"),
    ("unknown-phase-option", "phase a selcet all { }", 1, 9, "phase a select all { }"),
    ("unknown-selection", "phase a select lonest { }", 1, 16, "phase a select longest { }"),
    ("expected-frame", "events A in clause { fraem }", 1, 22, "events A in clause { }"),
    (
      "unknown-trigger", "events A { frame b: A trigger vreb <c> }", 1, 31,
      "events A { frame b: A trigger verb <c> }"
    ),
    (
      "unknown-source", "events A { frame b: A slot c <- subjcet: D }", 1, 33,
      "events A { frame b: A slot c <- subject: D }"
    ),
    ("unknown-unit", "phase a in clause { }", 1, 9, "phase a in sentence { }"),
    (
      "expected-rule", "phase a { ruel b: \"x\" => T { } }", 1, 11,
      "phase a { rule b: \"x\" => T { } }"
    ),
    ("bad-repetition", "let a = \"x\"{3,2}", 1, 12, "let a = \"x\"{2,3}"),
    ("gap-too-long", "let a = \"x\" ...{0,21} \"y\"", 1, 16, "let a = \"x\" ...{0,20} \"y\""),
    ("bad-negation", "let a = !\"x\"", 1, 10, "let a = !ahead(\"x\")"),
    ("expected-test", "let a = [class verb]", 1, 16, "let a = [class = verb]"),
    ("expected-value", "let a = [class = ]", 1, 18, "let a = [class = verb]"),
    ("expected-regex", "let a = [text ~ x]", 1, 17, "let a = [text ~ /x/]"),
    (
      "expected-number", "phase a { rule b priority x: \"x\" => T { } }", 1, 27,
      "phase a { rule b priority 1: \"x\" => T { } }"
    ),
    ("too-deep", "let a = " + String(repeating: "(", count: 70), 1, 73, "let a = (\"x\")"),
  ])
  func saysWhatIsWrongAndWhere(
    _ id: String, _ bad: String, _ line: Int, _ column: Int, _ good: String
  ) throws {
    let first = try #require(parse(bad).1.first { $0.id == id })
    #expect(first.location?.line == line)
    #expect(first.location?.column == column)
    #expect(first.help != nil)
    #expect(parse(good).1.map { $0.rendered() } == [])
  }

  @Test func offersTheNearestWord() {
    #expect(parse("tpye A { x: text }").1.first?.help == "did you mean `type`?")
  }

  @Test func goesOnAfterAMistake() {
    let (file, problems) = parse("let = \"x\"\nlet b = \"y\"\nlet \"z\"\n")
    #expect(file.declarations.count == 1)
    #expect(problems.count == 2)
  }

  /// Any bytes are read to the end without a crash.
  @Test func readsAnyBytes() {
    let sample = Array(
      "phase a { rule b: x: [class = verb]{1,2} (\"y\" | @l) => T { f: x.text } }".utf8)
    var state: UInt64 = 1
    for _ in 0..<2000 {
      var bytes = sample
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % bytes.count
        bytes[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = Parser.parse(path: "x", bytes: bytes)
    }
  }
}
