package import Diagnostics
package import Gazetteer

/// Which titles of government states have, so that an office without a state goes to none that has no such office.
package struct StateTitles: Sendable {
  /// All titles that are told of, in the order of the table.
  let titles: [String]
  /// By the code of a state: the places of its titles in `titles`. A state that is not here may have any.
  private let places: [String: Set<Int>]

  /// Knows of no titles.
  package static let none = StateTitles([])

  /// Reads a table with the columns `id` and `titles` (parted by `|`).
  package init(_ table: TableFile) throws(DiagnosticList) {
    self.init(try table.cells(of: ["id", "titles"]))
  }

  private init(_ rows: [[String]]) {
    var titles: [String] = []
    var places: [String: Set<Int>] = [:]
    for row in rows {
      for title in row[1].split(separator: "|").map(String.init) {
        let place = titles.firstIndex(of: title) ?? titles.count
        if place == titles.count { titles.append(title) }
        places[row[0], default: []].insert(place)
      }
    }
    self.titles = titles
    self.places = places
  }

  /// Whether a state may have all titles of some, by their places in `titles`.
  func allow(_ titles: [Int], in country: String) -> Bool {
    places[country].map { own in titles.allSatisfy(own.contains) } ?? true
  }
}
