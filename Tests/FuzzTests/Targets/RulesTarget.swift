import Diagnostics
import Gazetteer
import Text

@testable import Rules

/// Rule files: parsed, printed, compiled, written as bytes, and run.
enum RulesTarget {
  private static let table = Array("name\tid\tcountry\nNairobi\tn1\tKE\nNew York\tn2\tUS\n".utf8)
  private static let text = Array(
    "Deputy Chief A. Mwangi met the U.S. envoys in New York; b, c.".utf8)

  static func run(_ bytes: [UInt8]) throws {
    let (file, problems) = Parser.parse(path: "t.rules", bytes: bytes)
    for problem in problems {
      try require(!problem.rendered().isEmpty, "a diagnostic shows nothing: \(problem.id)")
    }
    guard problems.isEmpty else { return }
    try requireSamePrinted(file)
    let tables = TokenizerTables(clitics: ["'s"], titles: ["Mr"], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    var vocabulary = Vocabulary()
    let program: Program
    do {
      program = try Compiler.compile(
        [file],
        tables: { (path: String) throws(DiagnosticList) in
          try TableFile.parse(path: path, bytes: Self.table)
        }, tokenizer: tokenizer, vocabulary: &vocabulary)
    } catch {
      let shown = error.diagnostics.allSatisfy { !$0.rendered().isEmpty }
      return try require(shown && !error.diagnostics.isEmpty, "refused without a reason")
    }
    try requireSameRead(program, tokens: vocabulary.count)
    let segmented = tokenizer.segment(text, into: &vocabulary)
    let document = MatchDocument(bytes: text, text: segmented, vocabulary: vocabulary)
    try ProgramRun.run(program, over: document, analyzer: MatcherTarget.NoAnalyzer())
  }

  private static func requireSamePrinted(_ file: RuleFile) throws {
    let printed = SyntaxPrinter.text(of: file)
    let (again, problems) = Parser.parse(path: "t.rules", bytes: Array(printed.utf8))
    try require(problems.isEmpty, "what was printed does not parse: \(printed)")
    try require(SyntaxPrinter.text(of: again) == printed, "printing is not stable: \(printed)")
  }

  private static func requireSameRead(_ program: Program, tokens: Int) throws {
    try require(program.isConsistent(tokens: tokens), "a compiled program is not consistent")
    var writer = ByteWriter()
    writer.write(program)
    var reader = ByteReader(writer.bytes)
    var again = ByteWriter()
    again.write(try Program(from: &reader))
    try require(reader.isAtEnd && again.bytes == writer.bytes, "a program is read as another")
  }
}
