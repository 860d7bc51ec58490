import Diagnostics
import Gazetteer
import Text

@testable import Rules

/// The matcher against the one that tries everything: bytes choose a phase and lattices.
enum MatcherTarget {
  struct NoAnalyzer: WordAnalyzer {
    let names: [String] = []

    func lemma(_ number: LemmaID) -> String { "" }

    func lemma(of text: String) -> LemmaID? { nil }

    func addReadings(
      of token: TokenID, in vocabulary: Vocabulary, to readings: inout [WordReading]
    ) {}
  }

  static func run(_ bytes: [UInt8]) throws {
    _ = try compare(MatchCase(ByteChoices(bytes), sentences: 3))
  }

  /// Runs one phase over all sentences of a case, in one document and with one matcher; gives how many were small
  /// enough to try everything.
  static func compare(_ input: MatchCase) throws -> Int {
    let (file, problems) = Parser.parse(path: "t.rules", bytes: Array(input.source.utf8))
    try require(problems.isEmpty, "the generator wrote rules that do not parse: \(input.source)")
    guard case .phase(let phase) = file.declarations[4] else { throw Finding("there is no phase") }
    var bench = try Bench(file, input)
    let found = bench.matches()
    var compared = 0
    for (number, sentence) in input.sentences.enumerated() {
      let selection = ReferenceSelection(reference: reference(input, sentence), phase: phase)
      do {
        let expected = try selection.matches()
        try require(
          found[number] == expected,
          "\(input.source)\non \(sentence): found \(found[number]), expected \(expected)")
        compared += 1
      } catch is MatchReference.TooMany {
        continue
      }
    }
    return compared
  }

  private static func reference(
    _ input: MatchCase, _ sentence: MatchCase.Sentence
  ) -> MatchReference {
    MatchReference(
      tokens: sentence.words, entries: input.entries,
      annotations: { type, place in
        sentence.annotations.filter { $0.type == type && $0.tokens.start == place }
          .map(\.tokens.end)
      }, skipping: input.isSkipping ? ["V"] : [])
  }
}

extension MatcherTarget {
  /// The compiled phase and the document that a case's sentences make.
  private struct Bench {
    private let program: Program
    private let document: MatchDocument
    private var matcher: Matcher
    private var store = AnnotationStore()
    private var sentences: [TokenRange] = []

    init(_ file: RuleFile, _ input: MatchCase) throws {
      let tables = TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: [])
      let tokenizer = try Tokenizer(tables: tables, locale: "en")
      var vocabulary = Vocabulary()
      program = try Compiler.compile(
        [file], tables: { (_: String) throws(DiagnosticList) in throw DiagnosticList([]) },
        tokenizer: tokenizer, vocabulary: &vocabulary)
      let words = input.sentences.flatMap(\.words)
      let bytes = Array(words.joined(separator: " ").utf8)
      let text = tokenizer.segment(bytes, into: &vocabulary)
      try require(text.tokens.count == words.count, "words are no tokens: \(words)")
      document = MatchDocument(bytes: bytes, text: text, vocabulary: vocabulary)
      matcher = Matcher(program: program, analyzer: NoAnalyzer())
      for sentence in input.sentences { add(sentence) }
    }

    private mutating func add(_ sentence: MatchCase.Sentence) {
      let first = sentences.last?.end ?? 0
      sentences.append(TokenRange(first, first + sentence.words.count))
      for (type, tokens) in sentence.annotations {
        guard let type = program.type(type) else { continue }
        store.append(
          Annotation(
            type: type, tokens: TokenRange(first + tokens.start, first + tokens.end), fields: [],
            rule: "before"))
      }
    }

    /// What the phase finds in each sentence, by places in the sentence.
    mutating func matches() -> [[KeptMatch]] {
      sentences.map { sentence in
        let before = store
        matcher.run(program.phases[0], on: sentence, of: document, store: &store)
        return store.annotations[before.annotations.count...]
          .map { match($0, in: sentence, before) }
      }
    }

    private mutating func match(
      _ annotation: Annotation, in sentence: TokenRange, _ before: AnnotationStore
    ) -> KeptMatch {
      let rules = program.phases[0].rules
      guard let number = rules.firstIndex(where: { $0.path == annotation.rule }) else {
        return KeptMatch(rule: annotation.rule, tokens: annotation.tokens)
      }
      func inSentence(_ tokens: TokenRange) -> TokenRange {
        TokenRange(tokens.start - sentence.start, tokens.end - sentence.start)
      }
      let bound = matcher.engines[0].bindings(
        ofRule: number, annotation.tokens, matcher.source(of: [sentence], document, before))
      let captures = Dictionary(grouping: bound) { rules[number].captures[$0.name] }
      return KeptMatch(
        rule: String(annotation.rule.dropFirst("t.".count)), tokens: inSentence(annotation.tokens),
        captures: captures.mapValues { $0.map { inSentence($0.binding.tokens) } })
    }
  }
}
