/// The commands. This table gives parsing and help.
enum Command: String, CaseIterable {
  case run, extract, link, test, check, diff, find, inspect, build, schema

  /// One line of help.
  var summary: String {
    switch self {
    case .run: "reads documents and writes extractions, rejects, manifest and graph to a folder"
    case .extract: "reads documents and writes extractions to standard output"
    case .link: "reads extractions and writes the graph to standard output"
    case .test: "runs the examples that stand in the rules of packs, and their cases"
    case .check: "checks the rules, tables and lists of packs"
    case .diff: "shows which facts a change of a pack gains, loses and changes over documents"
    case .find: "shows where a pattern of the rule language stands in documents"
    case .inspect: "shows what the stages find in a text"
    case .build: "compiles a pack to one file"
    case .schema: "prints the JSON Schema of a record"
    }
  }

  /// What comes after the flags, as help shows it.
  var operands: String {
    switch self {
    case .run: "PATH…"
    case .extract, .link: "[PATH…]"
    case .test, .check: "[PACK…]"
    case .diff: "OLD NEW PATH…"
    case .find: "PATTERN PATH…"
    case .inspect: "TEXT…"
    case .build: "PACK"
    case .schema: "RECORD"
    }
  }

  /// How many operands there may be.
  var operandCount: ClosedRange<Int> {
    switch self {
    case .run, .inspect: 1...Int.max
    case .extract, .link, .test, .check: 0...Int.max
    case .build, .schema: 1...1
    case .diff: 3...Int.max
    case .find: 2...Int.max
    }
  }

  var flags: [Flag] {
    switch self {
    case .run: [.output] + Self.extraction + [.help]
    case .extract: [.output, .rejects] + Self.extraction + [.help]
    case .inspect: [.pipeline, .help]
    case .link: [.output, .rejects, .pipeline, .maximumRejects, .help]
    case .build: [.output, .help]
    case .test, .check: [.format, .help]
    case .find: [.count, .format, .limit, .jobs, .pipeline] + Self.reading + [.help]
    case .diff: [.format, .facts, .limit] + Self.reading + [.help]
    case .schema: [.help]
    }
  }

  /// Flags without which the command cannot run.
  var required: [Flag] { self == .run || self == .build ? [.output] : [] }

  private static let extraction: [Flag] = [.jobs, .pipeline] + reading + [.maximumRejects]

  private static let reading: [Flag] = [
    .inputFormat, .idField, .textField, .htmlField, .titleField, .urlField, .dateField,
    .crawlDateField,
  ]

  /// What a reader has to know beside the flags.
  var notes: String? {
    switch self {
    case .run:
      """
      A PATH is a file (.txt, .html, .jsonl), a folder of them, or - for standard input. The folder
      for the output may be new, empty, or one of an earlier run, which is replaced.
      """
    case .extract:
      "Reads standard input (JSON Lines) where no PATH is given; rejects go to standard error."
    case .link:
      """
      Reads extractions as `extract` gives them, from standard input where no PATH is given; a PATH
      ends in .jsonl. Rejects go to standard error.
      """
    case .test, .check:
      "A PACK is a name under Pipelines or a folder; that of Pipelines/default where none is given."
    case .diff:
      """
      OLD and NEW are packs: names under Pipelines, folders or built files. A PATH is a file, a
      folder of them, or - for standard input. A fact is an event or the mention of an entity; +
      stands before what only NEW finds, - before what only OLD finds, ~ before what both find
      with other values.
      """
    case .find:
      """
      A PATTERN is what a rule may have behind its colon; it sees everything that the pack's phases
      find. A PATH is a file, a folder of them, or - for standard input. The status is 1 where
      nothing is found.
      """
    case .schema: "A RECORD is one of \(SchemaCommand.names)."
    case .build:
      """
      A PACK is a name under Pipelines or a folder. The file opens at once and needs no other; it is
      read with --pipeline, by the version of the program that wrote it. Packs that are read from
      their folders are kept so in $XDG_CACHE_HOME/rapporteur, unless RAPPORTEUR_NO_CACHE is set.
      """
    case .inspect: nil
    }
  }

  var example: String {
    switch self {
    case .run: "rapporteur run pages -o out"
    case .extract: "rapporteur extract --text-field body < pages.jsonl > extractions.jsonl"
    case .link: "rapporteur link extractions.jsonl > graph.jsonl"
    case .test: "rapporteur test"
    case .check: "rapporteur check Pipelines/mine"
    case .diff: "rapporteur diff before.pack Pipelines/mine pages"
    case .find: "rapporteur find 'Person <meet> Person' pages"
    case .inspect: "rapporteur inspect 'The two leaders met in Nairobi.'"
    case .build: "rapporteur build Pipelines/mine -o mine.pack"
    case .schema: "rapporteur schema reject"
    }
  }
}
