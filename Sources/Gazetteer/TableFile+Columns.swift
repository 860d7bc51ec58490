package import Diagnostics

extension TableFile {
  /// The cells of the named columns, row by row, in the order of the names.
  ///
  /// Throws where the table has no such column, with the nearest name that it has.
  package func cells(of names: [String]) throws(DiagnosticList) -> [[String]] {
    var indices: [Int] = []
    var missing: [Diagnostic] = []
    for name in names {
      if let index = columns.firstIndex(of: name) {
        indices.append(index)
      } else {
        missing.append(missingColumn(name))
      }
    }
    guard missing.isEmpty else { throw DiagnosticList(missing) }
    return rows.map { row in indices.map { row.cells[$0] } }
  }

  private func missingColumn(_ name: String) -> Diagnostic {
    let nearest = NearestName.find(name, in: columns)
    return Diagnostic(
      "unknown-column", "\(path) has no column `\(name)`",
      at: SourceLocation(path: path, line: 1, column: 1),
      notes: ["it has " + columns.map { "`\($0)`" }.joined(separator: ", ")],
      help: nearest.map { "did you mean `\($0)`?" } ?? "add the column to the header line")
  }
}
