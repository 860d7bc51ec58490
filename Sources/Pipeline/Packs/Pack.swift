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
  /// The rule files, without what they disable, for their examples; none in a built pack.
  package let files: [RuleFile]
  /// What the pack was read from.
  package let digests: [PackDigest]
  /// The table of event codes, relative to the home; nil for a pack that has none.
  let eventCodes: String?

  /// The language pack that every domain pack is read with.
  package static let language = "english"

  static let tokenTable = "Pipelines/\(language)/tokens.tsv"

  /// Where the pack has its tables of states, as its schema says.
  var stateTables: LanguageResources.StateTables { Self.stateTables(program.schema) }

  private static func stateTables(_ schema: [String: [String]]) -> LanguageResources.StateTables {
    func path(_ key: String) -> String? { schema[key]?.first.map { "Gazetteers/\($0)" } }
    return .init(founding: path("founding_dates"), titles: path("state_titles"))
  }

  /// Rules beside those of a pack's own files, as the text of a file that is called so in diagnostics.
  package struct Supplement {
    var title: String
    var text: String

    package init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// Loads the pack `name` from `Pipelines/` under a home folder, or the built pack that `home` is; a supplement comes
  /// after the pack's own rules and sees them all. A built pack takes none.
  ///
  /// Throws every mistake in its rules, tables and lists.
  package static func load(
    _ name: String, from home: PackFiles, with supplement: Supplement? = nil
  ) throws(DiagnosticList) -> Pack {
    if let archive = home.archive { return try open(archive, home) }
    var loader = RuleLoader(of: name, home: home)
    let lexicon = try lexicon(home)
    try loader.load("\(name)/\(RuleLoader.entry)")
    if let supplement {
      let text = "use \(name)/\(RuleLoader.entry)\n\(supplement.text)"
      try loader.load(supplement.title, bytes: Array(text.utf8))
    }
    let files = loader.files
    var vocabulary = Vocabulary()
    let names = schemaEntry(compoundKey, in: files)?.values
    let tables = try tokenizerTables(home, names: names)
    let program = try compile(files, home, tables, &vocabulary)
    let compiled = CompiledPack(
      vocabulary: vocabulary, lexicon: lexicon, program: program, eventCodes: eventCodes(in: files))
    return try Pack(name, compiled, of: (Adaptation(of: files).files, loader.digests), home)
  }

  private static func lexicon(_ home: PackFiles) throws(DiagnosticList) -> Lexicon {
    func table(_ title: String) throws(DiagnosticList) -> TableFile {
      try home.table("Pipelines/\(language)/\(title).tsv")
    }
    return try Lexicon(
      closed: table("lexicon"), irregular: table("irregular"), words: table("words"),
      suffixes: table("suffixes"))
  }

  /// A pack of what it was compiled to, what it was read from, and the tables that are read as they are.
  init(
    _ name: String, _ compiled: CompiledPack, of source: (files: [RuleFile], digests: [PackDigest]),
    _ home: PackFiles
  ) throws(DiagnosticList) {
    self.name = name
    program = compiled.program
    lexicon = compiled.lexicon
    vocabulary = compiled.vocabulary
    eventCodes = compiled.eventCodes
    (files, digests) = source
    tables = try Self.tokenizerTables(home, names: program.schema[Self.compoundKey])
    resources = try LanguageResources(
      home, language: Self.language, states: Self.stateTables(program.schema))
  }

  /// The schema's key for a list of names that keep apart in hyphenated words: its path, then its columns.
  private static let compoundKey = "compound_names"

  /// A table without a folder lies beside the file that names it, which may be another pack's.
  private static func eventCodes(in files: [RuleFile]) -> String? {
    schemaEntry("event_codes", in: files).flatMap { file, values in
      values.first.map { TablePath.resolve($0, from: file.path) }
    }
  }

  /// What the schema says under a key, and the file that says so; the last one counts.
  private static func schemaEntry(
    _ key: String, in files: [RuleFile]
  ) -> (file: RuleFile, values: [String])? {
    for file in files.reversed() {
      for case .schema(let schema) in file.declarations.reversed() {
        if let entry = schema.entries.last(where: { $0.key.text == key }) {
          return (file, entry.values.map(\.text))
        }
      }
    }
    return nil
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
