import Diagnostics
import Gazetteer
import Testing
import Text

@testable import Rules

/// Which phases may be run behind all others, and what triggers may end in.
@Suite struct SeparablePhaseTests {
  private static func program(_ rules: String) throws -> (Program, Tokenizer, Vocabulary) {
    let tokenizer = try Tokenizer(
      tables: TokenizerTables(clitics: ["'s"], titles: [], abbreviations: [], openers: []),
      locale: "en")
    var vocabulary = Vocabulary()
    let (file, problems) = Parser.parse(path: "t.rules", bytes: Array(rules.utf8))
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    let program = try Compiler.compile(
      [file],
      tables: { (path: String) throws(DiagnosticList) -> TableFile in
        try TableFile.parse(path: path, bytes: Array("name\n".utf8))
      }, tokenizer: tokenizer, vocabulary: &vocabulary)
    return (program, tokenizer, vocabulary)
  }

  /// The phases among a, b and c that may run last, where A is made for those alone who ask late, and C is read by
  /// others.
  private static func separable(_ last: String, reading: Set<String> = ["C"]) throws -> [String] {
    let (program, _, _) = try program(
      """
      type A { }
      type B { }
      type C { }
      phase a in sentence, select longest { rule first: "a" => A { } }
      phase b in sentence, select longest { rule second: A "b" => B { } }
      phase c in sentence, select longest { rule third: \(last) => C { } }
      """)
    let matcher = Matcher(program: program, analyzer: SmallAnalyzer())
    let (types, read) = (
      ["A"].compactMap { program.type($0) }, reading.compactMap { program.type($0) }
    )
    return matcher.separablePhases(making: Set(types), besides: Set(read)).map {
      program.phases[$0].name
    }
  }

  @Test func phasesThatNobodySeesMayRunLast() throws {
    #expect(try Self.separable("\"c\"") == ["a", "b"])
  }

  @Test func whatALaterPhaseSeesStaysBeforeIt() throws {
    #expect(try Self.separable("A \"c\"") == ["b"])
    #expect(try Self.separable("B \"c\"") == [])
  }

  /// B serves A's phase alone, or C's.
  @Test func whatServesThemRunsLastToo() throws {
    #expect(try Self.separable("\"c\"", reading: ["B", "C"]) == [])
    #expect(try Self.separable("B \"c\"", reading: []) == ["a", "b", "c"])
  }

  /// A noun with an exception ends in its own tokens alone.
  @Test func anExceptionEndsNowhereElse() throws {
    let (program, tokenizer, start) = try Self.program(
      """
      type Deal { }
      let talk = !behind("press") ("talks" except (behind("peace") "talks"))
      events Deal in clause { frame deal: Deal
        trigger noun talk
        slot participants <- subject: Deal }
      """)
    var vocabulary = start
    let bytes = Array("the talks ended".utf8)
    let text = tokenizer.segment(bytes, into: &vocabulary)
    let document = MatchDocument(bytes: bytes, text: text, vocabulary: vocabulary)
    var matcher = Matcher(program: program, analyzer: SmallAnalyzer())
    _ = matcher.triggers(endOf: TokenRange(0, 2), of: document, store: AnnotationStore())
    let sets = text.tokens.indices.map { matcher.triggers(mayEndIn: $0, of: document) }
    #expect(sets == [TriggerSet(), TriggerSet(0), TriggerSet()])
  }

  /// The words of a field are told by the end of a rule where fewer tokens stand there than at its beginning.
  @Test func wordsOfRulesAreToldByTheRarerEnd() throws {
    let (program, tokenizer, start) = try Self.program(
      """
      list states = ready | willing
      type Group { lemma: text }
      phase groups in sentence, select longest {
        rule late: ("a" | "b" | "c") "d" => Group { lemma: "last" }
        rule early: "e" ("f" | "g" | "h") => Group { lemma: "first" }
        rule listed: "i" s: @states => Group { lemma: s.text }
      }
      """)
    let type = try #require(program.type("Group"))
    let words = FieldWords(of: "lemma", in: type, program)
    #expect(words.areOfTokens)
    var vocabulary = start
    let bytes = Array("a b d e f".utf8)
    let text = tokenizer.segment(bytes, into: &vocabulary)
    let document = MatchDocument(bytes: bytes, text: text, vocabulary: vocabulary)
    var matcher = Matcher(program: program, analyzer: SmallAnalyzer())
    var store = AnnotationStore()
    for phase in program.phases {
      matcher.run(phase, on: TokenRange(0, text.tokens.count), of: document, store: &store)
    }
    let signs = words.constants.map { constant in
      text.tokens.indices.filter { matcher.passes($0, anyOf: constant.signs, of: document) }
    }
    #expect(words.constants.map(\.value) == ["last", "first"])
    #expect(signs == [[2], [3]])
  }
}
