import Pipeline
import Text

/// Whether speed holds when rules and lists grow that find nothing.
enum FlatBenchmark: Benchmark {
  static let name = "flat"
  static let operands = "[PATH…]"
  static let help = """
    Runs, over a megabyte of texts (of .jsonl or .jsonl.gz files, those in ../shared/data where none are named), 10 to
    10,000 rules and lists of ten thousand to a million entries that find nothing, and compiles and opens them.
    Ten times the rules may take \(rulesLimit) times the time; longer lists \(listsLimit) times the time of the shortest,
    for looking up alone and for the whole extraction; 1,000 rules compile in \(compileRulesLimit) s, a hundred thousand
    entries in \(compileListLimit) s.
    """
  private static let rulesLimit = 1.5
  private static let listsLimit = 1.2
  private static let compileRulesLimit = 0.3
  private static let compileListLimit = 0.5
  private static let rounds = 3

  static func run(_ operands: [String]) async throws -> Bool {
    let corpus = try Corpus.of(operands, limit: 1_200_000)
    show(corpus.summary)
    let silent = SilentRules(words: CorpusWords(corpus))
    var judge = Judge()
    try rules(silent, corpus, &judge)
    try lists(silent, corpus, &judge)
    try extraction(silent, corpus, &judge)
    return judge.isContent
  }

  private static func rules(
    _ silent: SilentRules, _ corpus: Corpus, _ judge: inout Judge
  ) throws {
    var before: PhaseTimes?
    for count in [10, 100, 1_000, 10_000] {
      let file = silent.file(rules: count)
      let compiling = try Measure.median(rounds) { _ = try SmallPack(rules: file) }
      judge.show(
        "compile \(count) rules", compiling, limit: count == 1_000 ? compileRulesLimit : nil)
      let times = try PhaseTimes(SmallPack(rules: file), corpus, rounds: rounds)
      judge.compare(
        "\(count) rules, from text on", times.first.tokens + times.first.phases,
        with: before.map { $0.first.tokens + $0.first.phases }, limit: rulesLimit)
      judge.compare(
        "\(count) rules, their phases alone", times.first.phases, with: before?.first.phases)
      judge.compare(
        "\(count) rules, the same text again", times.again.phases, with: before?.again.phases)
      guard before == nil || before?.first.annotations == times.first.annotations else {
        throw WrongCall(message: "\(count) rules find other matches than fewer do")
      }
      before = times
    }
  }

  private static func lists(
    _ silent: SilentRules, _ corpus: Corpus, _ judge: inout Judge
  ) throws {
    let file = """
      type T { }
      list l from "l.tsv" { match name; case smart }
      phase p select longest { rule r: @l => T { } }
      """
    var shortest: Double?
    for count in [10_000, 100_000, 1_000_000] {
      let tables = ["l.tsv": silent.table(entries: count)]
      let compiling = try Measure.time { _ = try SmallPack(rules: file, tables: tables) }
      judge.show(
        "compile \(count) entries", compiling, limit: count == 100_000 ? compileListLimit : nil)
      let times = try PhaseTimes(
        SmallPack(rules: file, tables: tables), corpus, rounds: rounds)
      judge.compare("look up in \(count)", times.first.phases, with: shortest, limit: listsLimit)
      shortest = shortest ?? times.first.phases
    }
  }

  /// The default pack with a list more.
  private static func extraction(
    _ silent: SilentRules, _ corpus: Corpus, _ judge: inout Judge
  ) throws {
    var shortest: Double?
    for count in [10_000, 100_000, 1_000_000] {
      let home = try LargerHome(table: silent.table(entries: count))
      let pack = try home.pack()
      let seconds = try Measure.median(rounds) {
        var extractor = try PackExtractor(pack)
        for document in corpus.documents { _ = try? extractor.extract(document).line() }
      }
      judge.compare("extract with \(count)", seconds, with: shortest, limit: listsLimit)
      shortest = shortest ?? seconds
      let bytes = try pack.archive(home.files).bytes
      let opening = try Measure.median(rounds) {
        let archive = try PackArchive(bytes, path: "memory")
        _ = try Pack.load(archive.name, from: PackFiles(archive, at: "memory"))
      }
      judge.show(
        "open a built pack with \(count), \(bytes.count / 1_000_000) MB", opening, limit: nil)
    }
  }
}
