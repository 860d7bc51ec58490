package import Diagnostics
package import Gazetteer
package import Text

extension TokenizerTables {
  /// Reads the tokenizer's tables from a language pack's `tokens.tsv` (columns `text` and `kind`).
  ///
  /// Throws where a column is missing or a kind is none of `clitic`, `title`, `abbreviation`, `opener`.
  package init(_ table: TableFile) throws(DiagnosticList) {
    self.init(clitics: [], titles: [], abbreviations: [], openers: [])
    let cells = try table.cells(of: ["text", "kind"])
    var problems: [Diagnostic] = []
    for (row, cell) in zip(table.rows, cells) {
      switch cell[1] {
      case "clitic": clitics.insert(cell[0])
      case "title": titles.insert(cell[0])
      case "abbreviation": abbreviations.insert(cell[0])
      case "opener": openers.insert(cell[0])
      default: problems.append(Self.unknownKind(cell[1], table.path, row.line))
      }
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
  }

  private static func unknownKind(_ kind: String, _ path: String, _ line: Int) -> Diagnostic {
    let kinds = ["abbreviation", "clitic", "opener", "title"]
    let nearest = NearestName.find(kind, in: kinds)
    return Diagnostic(
      "unknown-kind", "`\(kind)` is no kind of token",
      at: SourceLocation(path: path, line: line, column: 1),
      help: nearest.map { "did you mean `\($0)`?" }
        ?? "use one of " + kinds.joined(separator: ", "))
  }
}
