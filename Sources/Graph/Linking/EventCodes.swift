package import Diagnostics
package import Gazetteer

/// The codes that other schemes of event data have for the pack's events.
package struct EventCodes: Sendable, Hashable {
  private struct Row: Sendable, Hashable {
    /// Kind, subkind and status; empty for any.
    var conditions: [String]
    /// In the order of the schemes; empty for none.
    var codes: [String]
  }

  private static let conditions = ["kind", "subkind", "status"]

  /// Names of the schemes, in the order of the columns.
  private var schemes: [String] = []
  private var rows: [Row] = []

  /// No scheme.
  package init() {}

  /// Reads a table with the columns `kind`, `subkind` and `status` (empty for any) and one column for each scheme.
  ///
  /// Throws where one of the three is missing.
  package init(_ table: TableFile) throws(DiagnosticList) {
    let schemes = table.columns.filter { !Self.conditions.contains($0) }
    self.schemes = schemes
    let size = Self.conditions.count
    rows = try table.cells(of: Self.conditions + schemes).map { cells in
      Row(conditions: Array(cells.prefix(size)), codes: Array(cells.dropFirst(size)))
    }
  }

  /// For each scheme the code of the row that says most about the event; of two alike the first. O(rows).
  func codes(kind: String, subkind: String?, status: String) -> [GraphEvent.Code] {
    let values = [kind, subkind ?? "", status]
    let fitting = rows.filter { row in
      zip(row.conditions, values).allSatisfy { $0.isEmpty || $0 == $1 }
    }
    return schemes.enumerated().map { index, scheme in
      var best: (weight: Int, code: String)?
      for row in fitting where !row.codes[index].isEmpty {
        let weight = row.conditions.count { !$0.isEmpty }
        if weight > best?.weight ?? -1 { best = (weight, row.codes[index]) }
      }
      return GraphEvent.Code(scheme: scheme, code: best?.code)
    }
  }
}
