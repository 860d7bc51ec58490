import Diagnostics
import Gazetteer
import Pipeline
import Rules
import Text

/// Rules and lists in memory, with no language pack.
struct SmallPack {
  private let program: Program
  private let vocabulary: Vocabulary
  private let tokenizer: Tokenizer

  /// Compiles rules; `tables` are the lists, by the path that the rules give.
  init(rules: String, tables: [String: String] = [:]) throws {
    tokenizer = try Tokenizer(
      tables: TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: []),
      locale: "en")
    let (file, problems) = Parser.parse(path: "pack/main.rules", bytes: Array(rules.utf8))
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    var vocabulary = Vocabulary()
    program = try Compiler.compile(
      [file],
      tables: { (path: String) throws(DiagnosticList) -> TableFile in
        let name = String(path.split(separator: "/").last ?? "")
        return try TableFile.parse(path: path, bytes: Array((tables[name] ?? "").utf8))
      }, tokenizer: tokenizer, vocabulary: &vocabulary)
    self.vocabulary = vocabulary
  }

  /// A new worker.
  func worker() -> Worker {
    Worker(
      program: program, tokenizer: tokenizer, vocabulary: vocabulary,
      matcher: Matcher(program: program, analyzer: NoReadings()))
  }

  /// Runs the phases over texts.
  struct Worker {
    fileprivate let program: Program
    fileprivate let tokenizer: Tokenizer
    fileprivate var vocabulary: Vocabulary
    fileprivate var matcher: Matcher

    /// Cuts a text into tokens and runs the phases over it.
    mutating func run(_ text: [UInt8]) -> Run {
      let begin = ProcessorTime.now
      let segmented = tokenizer.segment(text, into: &vocabulary)
      let document = MatchDocument(bytes: text, text: segmented, vocabulary: vocabulary)
      let cut = ProcessorTime.now
      var store = AnnotationStore()
      for phase in program.phases {
        matcher.run(phase, on: segmented.sentences, of: document, store: &store)
      }
      return Run(
        tokens: Measure.seconds(cut - begin), phases: Measure.seconds(ProcessorTime.now - cut),
        annotations: store.annotations.count)
    }
  }

  /// What reading a text took, in seconds, and how much was found.
  struct Run {
    /// Cutting into tokens and sentences.
    var tokens = 0.0
    var phases = 0.0
    var annotations = 0

    static func + (a: Run, b: Run) -> Run {
      Run(
        tokens: a.tokens + b.tokens, phases: a.phases + b.phases,
        annotations: a.annotations + b.annotations)
    }
  }

  /// A language without words.
  private struct NoReadings: WordAnalyzer {
    let names: [String] = []

    func lemma(_ number: LemmaID) -> String { "" }

    func lemma(of text: String) -> LemmaID? { nil }

    func addReadings(
      of token: TokenID, in vocabulary: Vocabulary, to readings: inout [WordReading]
    ) {}
  }
}
