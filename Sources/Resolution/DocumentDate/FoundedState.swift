package import Diagnostics
package import Gazetteer

/// A state and when it was founded, for "its 75th founding anniversary".
package struct FoundedState: Sendable, Hashable {
  package var code: String
  /// As text writes them, in UTF-8, the longest first.
  let names: [[UInt8]]
  /// A day, month or year.
  package var founded: DateInterval

  package init(code: String, names: [String], founded: DateInterval) {
    self.code = code
    self.names = names.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }.map { Array($0.utf8) }
    self.founded = founded
  }

  /// The states of a table with columns `id`, `name`, `official`, `alias` (parted by `|`), `short` and `founded`;
  /// those without a founding date are left out.
  package static func states(in table: TableFile) throws(DiagnosticList) -> [FoundedState] {
    let cells = try table.cells(of: ["id", "founded", "name", "official", "alias", "short"])
    return cells.compactMap { cell in
      guard let founded = EDTF.parse(cell[1]) else { return nil }
      let names = cell[2...].flatMap { $0.split(separator: "|").map(String.init) }
      return FoundedState(code: cell[0], names: names, founded: founded)
    }
  }

  /// The days of its anniversary that often repeated, as precise as the founding date; nil beyond the calendar.
  func anniversary(_ number: Int) -> DateInterval? {
    let year = founded.first.year + number
    switch founded.granularity ?? .decade {
    case .day: return CalendarUnit.year.moving(founded.first, by: number).map { DateInterval($0) }
    case .week, .month: return DateInterval(year: year, month: founded.first.month)
    default: return DateInterval(year: year)
    }
  }
}
