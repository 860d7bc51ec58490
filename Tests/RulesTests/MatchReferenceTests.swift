import Diagnostics
import Gazetteer
import Testing
import Text

@testable import Rules

private struct NoAnalyzer: WordAnalyzer {
  let names: [String] = []

  func lemma(_ number: LemmaID) -> String { "" }

  func lemma(of text: String) -> LemmaID? { nil }

  func addReadings(
    of token: TokenID, in vocabulary: Vocabulary, to readings: inout [WordReading]
  ) {}
}

/// The matcher against the one that tries everything, over random rules and sentences.
@Suite struct MatchReferenceTests {
  private static let entries = [["a"], ["a", "b"], ["c", "c"], ["b", ",", "b"]]

  private static func rules(_ pattern: String, skipping: Bool) -> String {
    """
    type U { } type V { } type T { }
    list l = a | "a b" | "c c" | "b , b"
    phase one select all { rule u: "b" "c"? => U { } }
    phase two select all { rule v: "," "a"? => V { } }
    phase three select all\(skipping ? ", skipping V" : "") { rule r: \(pattern) => T { } }
    """
  }

  @Test(arguments: 0..<20) func findsWhatEveryDerivationFinds(seed: UInt64) throws {
    var generator = PatternGenerator(seed: seed)
    let tables = TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    var compared = 0
    for round in 0..<100 {
      let pattern = generator.pattern(depth: Int.random(in: 1...3, using: &generator))
      let words = generator.sentence()
      if try compare(pattern, words, skipping: round % 2 == 0, tokenizer) { compared += 1 }
    }
    #expect(compared > 80)
  }

  /// Whether the case was small enough to try everything.
  private func compare(
    _ pattern: String, _ words: [String], skipping: Bool, _ tokenizer: Tokenizer
  ) throws -> Bool {
    let source = Self.rules(pattern, skipping: skipping)
    let (file, problems) = Parser.parse(path: "t.rules", bytes: Array(source.utf8))
    try #require(problems.isEmpty, "\(pattern)")
    var vocabulary = Vocabulary()
    let program = try Compiler.compile(
      [file], tables: { (_: String) throws(DiagnosticList) in throw DiagnosticList([]) },
      tokenizer: tokenizer, vocabulary: &vocabulary)
    let bytes = Array(words.joined(separator: " ").utf8)
    let text = tokenizer.segment(bytes, into: &vocabulary)
    try #require(text.tokens.count == words.count)
    let document = MatchDocument(bytes: bytes, text: text, vocabulary: vocabulary)
    let sentence = TokenRange(0, words.count)
    var matcher = Matcher(program: program, analyzer: NoAnalyzer())
    var store = AnnotationStore()
    for phase in program.phases.prefix(2) {
      matcher.run(phase, on: sentence, of: document, store: &store)
    }
    let before = store
    let reference = MatchReference(
      tokens: words, entries: Self.entries,
      annotations: { type, place in
        guard let type = program.type(type) else { return [] }
        return before.ids(of: type, startingAt: place).map { before[$0].tokens.end }
      }, skipping: skipping ? ["V"] : [])
    matcher.run(program.phases[2], on: sentence, of: document, store: &store)
    guard case .phase(let phase) = file.declarations[6] else { return false }
    let expected: [Match]
    do {
      expected = try Self.matches(of: phase.rules[0].pattern, reference)
    } catch is MatchReference.TooMany {
      return false
    }
    let type = try #require(program.type("T"))
    let reading = matcher.source(document, before)
    let found = store.all(of: type).map { annotation in
      Match(
        tokens: annotation.tokens,
        captures: Self.captures(
          program.phases[2].rules[0],
          matcher.engines[2].bindings(
            ofRule: 0, annotation.tokens, reading)))
    }.sorted { $0.tokens < $1.tokens }
    #expect(found == expected, "\(pattern) on \(words.joined(separator: " ")), \(skipping)")
    return true
  }

  private static func captures(
    _ rule: CompiledRule, _ bound: [CaptureTrace.Bound]
  ) -> [String: [TokenRange]] {
    Dictionary(grouping: bound) { rule.captures[$0.name] }.mapValues { $0.map(\.binding.tokens) }
  }

  private struct Match: Equatable {
    var tokens: TokenRange
    var captures: [String: [TokenRange]]
  }

  private static func matches(
    of pattern: Pattern, _ reference: MatchReference
  ) throws -> [Match] {
    var result: [Match] = []
    for start in reference.tokens.indices {
      let ends = Set(try reference.derivations(pattern, at: start).map(\.end))
      for end in ends.sorted() where end > start {
        guard let best = try reference.best(pattern, at: start, end: end) else { continue }
        let captures = Dictionary(grouping: best.captures, by: \.name)
          .mapValues { $0.map(\.tokens) }
        result.append(Match(tokens: TokenRange(start, end), captures: captures))
      }
    }
    return result
  }
}
