import Diagnostics
import Gazetteer
import Graph
import Language
import Resolution
import Text

/// Tables: read, made a list of that finds its own entries, and taken for each table of a language pack.
enum TablesTarget {
  static func run(_ bytes: [UInt8]) throws {
    let table: TableFile
    do {
      table = try TableFile.parse(path: "t.tsv", bytes: bytes)
    } catch {
      let shown = error.diagnostics.allSatisfy { !$0.rendered().isEmpty }
      return try require(shown && !error.diagnostics.isEmpty, "refused without a reason")
    }
    try require(
      table.rows.allSatisfy { $0.cells.count == table.columns.count }, "a row has other columns")
    for letterCase in Gazetteer.LetterCase.allCases { try run(table, letterCase) }
    readAsLanguage(table)
  }

  private static func run(_ table: TableFile, _ letterCase: Gazetteer.LetterCase) throws {
    let tokenizer = try Tokenizer(
      tables: TokenizerTables(clitics: ["'s"], titles: [], abbreviations: [], openers: []),
      locale: "en")
    var vocabulary = Vocabulary()
    let rows = table.rows.map { row -> Gazetteer.Entry in
      let names = row.cells[0].split(separator: "|").map(String.init)
      return (names.map { tokenizer.tokens(of: $0, into: &vocabulary) }, row.cells)
    }
    let list = Gazetteer(
      columns: table.columns, rows: rows, letterCase: letterCase, vocabulary: vocabulary)
    try requireEntries(of: list, rows, vocabulary)
    try require(list.isWithin(tokens: vocabulary.count), "a list names tokens that are not there")
    var writer = ByteWriter()
    writer.write(list)
    var reader = ByteReader(writer.bytes)
    try requireEntries(of: try Gazetteer(from: &reader), rows, vocabulary)
  }

  /// Each spelling is found as it is written, with the row that it stands in and the cells of that row.
  private static func requireEntries(
    of list: Gazetteer, _ rows: [Gazetteer.Entry], _ vocabulary: Vocabulary
  ) throws {
    for (number, row) in rows.enumerated() {
      for spelling in row.spellings where !spelling.isEmpty {
        let tokens = spelling.map {
          Token(range: TextRange(0, 0), id: $0, spaceBefore: true, lineBreaksBefore: 0)
        }
        let found = list.longestMatches(
          at: 0, before: tokens.count, in: tokens, vocabulary: vocabulary)
        try require(
          found.contains { $0.row == number && $0.length == tokens.count },
          "row \(number) is not found by \(spelling.map { vocabulary.spelling($0) })")
      }
      let cells = list.columns.indices.map { list.cell(number, $0) }
      try require(cells == row.cells, "row \(number) has other cells")
    }
  }

  /// Most tables are none of a language pack and are refused for their columns.
  private static func readAsLanguage(_ table: TableFile) {
    _ = try? TokenizerTables(table)
    _ = try? TimeWords(table)
    _ = try? VerbTable(table)
    _ = try? ZoneTables(table)
    _ = try? EventCodes(table)
    _ = try? FoundedState.states(in: table)
    _ = try? Lexicon(closed: table, irregular: table, words: table, suffixes: table)
  }
}
