import Diagnostics

/// Reads the lines of a table and collects what is wrong with them.
struct TableParser {
  private let path: String
  private var comments: [String] = []
  private var columns: [String] = []
  private var rows: [TableFile.Row] = []
  private var diagnostics = DiagnosticLog()

  init(path: String) { self.path = path }

  mutating func read(_ text: String) {
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let ending = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      readLine(String(Substring(ending)), number: number)
    }
  }

  func result() throws(DiagnosticList) -> TableFile {
    guard diagnostics.isEmpty else { throw DiagnosticList(diagnostics.diagnostics) }
    guard !columns.isEmpty else {
      let place = SourceLocation(path: path, line: 1, column: 1)
      throw DiagnosticList([
        Diagnostic(
          "table-header", "\(path) has no header line", at: place,
          help: "name the columns in the first line that is no comment, parted by tabs")
      ])
    }
    return TableFile(path: path, comments: comments, columns: columns, rows: rows)
  }

  private mutating func readLine(_ line: String, number: Int) {
    if line.hasPrefix("#") {
      comments.append(String(line.dropFirst().drop { $0 == " " }))
      return
    }
    guard line.contains(where: { $0 != " " && $0 != "\t" }) else { return }
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    if columns.isEmpty {
      readHeader(cells, line, number)
    } else if cells.count == columns.count {
      rows.append(TableFile.Row(line: number, cells: cells))
    } else {
      report(
        "table-cells", "\(cells.count) cells where the header names \(columns.count) columns",
        line, number, help: "part the cells by single tabs; an unknown cell stays empty")
    }
  }

  private mutating func readHeader(_ cells: [String], _ line: String, _ number: Int) {
    columns = cells
    guard cells.count <= TableFile.maximumColumns else {
      return report(
        "table-header", "\(cells.count) columns, of at most \(TableFile.maximumColumns)", line,
        number, help: "keep what belongs to another subject in a table of its own")
    }
    for (index, name) in cells.enumerated() where cells[..<index].contains(name) || name.isEmpty {
      let what = name.isEmpty ? "a column has no name" : "the column `\(name)` is named twice"
      report("table-header", what, line, number, help: "give each column a name of its own")
    }
  }

  private mutating func report(
    _ id: String, _ message: String, _ line: String, _ number: Int, help: String
  ) {
    let place = SourceLocation(
      path: path, line: number, column: 1, length: line.unicodeScalars.count, lineText: line)
    diagnostics.append(Diagnostic(id, message, at: place, help: help))
  }
}
