package import Diagnostics
import Gazetteer
package import Language
package import Rules
package import Text

/// A domain pack with its language pack, compiled and ready to run.
package struct Pack: Sendable {
  package let name: String
  package let program: Program
  package let lexicon: Lexicon
  package let tables: TokenizerTables
  package let resources: LanguageResources
  /// The spellings of rules and lists; each worker goes on from a copy.
  package let vocabulary: Vocabulary
  /// The rule files, for their examples.
  package let files: [RuleFile]

  /// The language pack that every domain pack is read with.
  package static let language = "english"

  static let tokenTable = "Pipelines/\(language)/tokens.tsv"

  /// Where the list of founding dates is, and that of event codes, if the pack has one.
  var foundingDates: String? { program.schema["founding_dates"]?.first.map { "Gazetteers/\($0)" } }
  var eventCodes: String? {
    program.schema["event_codes"]?.first.map { path in
      path.contains("/") ? "Gazetteers/\(path)" : "Pipelines/\(name)/\(path)"
    }
  }

  /// Loads the pack `name` from `Pipelines/` under a home folder, or the built pack that `home` is.
  ///
  /// Throws every mistake in its rules, tables and lists.
  package static func load(_ name: String, from home: PackFiles) throws(DiagnosticList) -> Pack {
    if let archive = home.archive { return try open(archive, home) }
    func table(_ title: String) throws(DiagnosticList) -> TableFile {
      try home.table("Pipelines/\(language)/\(title).tsv")
    }
    let lexicon = try Lexicon(
      closed: table("lexicon"), irregular: table("irregular"), words: table("words"),
      suffixes: table("suffixes"))
    var loader = RuleLoader(home: home)
    try loader.load("\(name)/\(RuleLoader.entry)")
    var vocabulary = Vocabulary()
    let tables = try tokenizerTables(home, names: compoundNames(in: loader.files))
    let program = try compile(loader.files, home, tables, &vocabulary)
    return try Pack(
      name: name, program: program, lexicon: lexicon, vocabulary: vocabulary, files: loader.files,
      home)
  }

  /// A pack of compiled parts and of the tables that are read as they are.
  init(
    name: String, program: Program, lexicon: Lexicon, vocabulary: Vocabulary, files: [RuleFile],
    _ home: PackFiles
  ) throws(DiagnosticList) {
    self.name = name
    self.program = program
    self.lexicon = lexicon
    self.vocabulary = vocabulary
    self.files = files
    tables = try Self.tokenizerTables(home, names: program.schema[Self.compoundKey])
    resources = try LanguageResources(
      home, language: Self.language,
      founding: program.schema["founding_dates"]?.first.map { "Gazetteers/\($0)" })
  }

  /// The schema's key for a list of names that keep apart in hyphenated words: its path, then its columns.
  private static let compoundKey = "compound_names"

  private static func compoundNames(in files: [RuleFile]) -> [String]? {
    files.flatMap(\.declarations).lazy.compactMap { declaration in
      guard case .schema(let schema) = declaration else { return nil }
      return schema.entries.first { $0.key.text == compoundKey }?.values.map(\.text)
    }.first
  }

  private static func tokenizerTables(
    _ home: PackFiles, names: [String]?
  ) throws(DiagnosticList) -> TokenizerTables {
    var tables = try TokenizerTables(home.table(tokenTable))
    guard let names, let path = names.first else { return tables }
    let cells = try home.table("Gazetteers/\(path)").cells(of: Array(names.dropFirst()))
    for cell in cells.joined() {
      for name in cell.split(separator: "|") where !name.contains(" ") {
        tables.compoundNames.insert(String(name))
      }
    }
    return tables
  }

  private static func compile(
    _ files: [RuleFile], _ home: PackFiles, _ tables: TokenizerTables,
    _ vocabulary: inout Vocabulary
  ) throws(DiagnosticList) -> Program {
    let tokenizer: Tokenizer
    do {
      tokenizer = try Tokenizer(tables: tables, locale: "en")
    } catch {
      throw DiagnosticList([error])
    }
    return try Compiler.compile(
      files,
      tables: { (path: String) throws(DiagnosticList) -> TableFile in
        try home.table(path)
      }, tokenizer: tokenizer, vocabulary: &vocabulary)
  }
}
