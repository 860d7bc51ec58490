import Diagnostics
import Gazetteer
import Text

/// An entry of a list while the list is put together.
struct ListRow {
  /// A spelling as entries are compared: its folded tokens, hyphens taken as spaces.
  typealias Key = [TokenID]

  /// Where an entry is written.
  enum Origin {
    case entry(Name)
    case row(TableFile.Row, path: String)
  }

  /// Its spellings; the first is its name.
  var names: [String]
  /// Its cells in the order of the list's columns; empty where nothing is known.
  var cells: [String]
  var origin: Origin
  /// The keys of its spellings; only lists that are adapted need them.
  var keys: [Key] = []

  var location: SourceLocation {
    switch origin {
    case .entry(let name): return name.location
    case .row(let row, let path):
      let text = row.cells.joined(separator: "\t")
      return SourceLocation(
        path: path, line: row.line, column: 1, length: text.unicodeScalars.count, lineText: text)
    }
  }
}
