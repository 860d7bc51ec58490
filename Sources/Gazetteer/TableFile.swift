package import Diagnostics

/// A table of a pack: tab-separated text with a header line that names the columns.
///
/// Lines that start with `#` are comments, blank lines are passed over. Cells hold no tab and no line end.
package struct TableFile: Sendable, Hashable {
  /// One entry of the table.
  package struct Row: Sendable, Hashable {
    /// 1-based line in the file.
    package var line: Int
    /// As many cells as the table has columns.
    package var cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  package var path: String
  /// Comment lines without their mark, in order: source and licence stand there.
  package var comments: [String]
  package var columns: [String]
  package var rows: [Row]

  /// Columns of a table at most.
  package static let maximumColumns = 256

  /// Bytes of a table at most.
  package static let maximumSize = 1 << 28

  /// Reads a table from UTF-8 bytes. O(size).
  ///
  /// Throws every mistake at once: bytes that are no UTF-8, a missing or doubled column name, too many columns, a row with more or
  /// fewer cells than the header.
  package static func parse(path: String, bytes: [UInt8]) throws(DiagnosticList) -> TableFile {
    guard bytes.count <= maximumSize else {
      let problem = Diagnostic(
        "table-size", "\(path) has more than \(maximumSize) bytes",
        at: SourceLocation(path: path, line: 1, column: 1), help: "part it in several tables")
      throw DiagnosticList([problem])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let problem = Diagnostic(
        "table-encoding", "\(path) is not UTF-8",
        at: SourceLocation(path: path, line: 1, column: 1), help: "save the table as UTF-8")
      throw DiagnosticList([problem])
    }
    var parser = TableParser(path: path)
    parser.read(text)
    return try parser.result()
  }
}
