import Diagnostics

/// A list while it is put together: the rows of its declaration, without what is masked, and those that are added.
struct ListAssembly {
  /// An entry that is disabled.
  private struct Mask {
    var entry: Name
    var pack: String
    /// It masks something.
    var isUsed = false
    /// An entry has this spelling that the pack of the mask adds itself.
    var isOwn = false
  }

  let list: ListDeclaration
  private(set) var rows: [ListRow] = []
  private(set) var findings: [Diagnostic] = []
  private var masks: [ListRow.Key: [Mask]] = [:]
  /// The rows of each name.
  private var rowsByName: [ListRow.Key: [Int]] = [:]
  /// Every spelling that was seen, to offer the nearest.
  private var spellings: [String] = []

  init(of list: ListDeclaration) { self.list = list }

  /// Disables an entry. All masks come before all rows.
  mutating func mask(_ mask: ListAdaptations.Mask, key: ListRow.Key) {
    if let first = masks[key]?.first {
      findings.append(DisabledNames.again(mask.entry, after: first.entry.location))
    }
    masks[key, default: []].append(Mask(entry: mask.entry, pack: mask.pack))
  }

  /// Takes up the rows of the list's own declaration.
  mutating func add(_ own: [ListRow]) {
    for row in own where !isMasked(row, of: nil) { append(row) }
  }

  /// Takes up the rows of one `extend list` of a pack. O(rows).
  mutating func add(_ added: [ListRow], by pack: String) {
    let known = rows.count
    for row in added where !isMasked(row, of: pack) {
      let rivals = row.keys.first.flatMap { rowsByName[$0] }?.filter { $0 < known } ?? []
      guard let first = rivals.first else {
        append(row)
        continue
      }
      if let same = rivals.first(where: { conflict(row, rows[$0]) == nil }) {
        join(row, to: same)
      } else if let column = conflict(row, rows[first]) {
        report(row, against: rows[first], column)
      }
    }
  }

  /// What is wrong once all rows are there.
  mutating func finish() {
    for mask in masks.values.joined().sorted(by: { $0.entry.location < $1.entry.location })
    where !mask.isUsed {
      findings.append(mask.isOwn ? Self.ownEntry(mask.entry, of: list) : unknown(mask.entry))
    }
  }

  // MARK: Rows

  /// Whether a mask of another pack than the row's takes it out.
  private mutating func isMasked(_ row: ListRow, of pack: String?) -> Bool {
    spellings += row.names
    var result = false
    for key in row.keys {
      guard var found = masks[key] else { continue }
      for index in found.indices {
        if found[index].pack == pack {
          found[index].isOwn = true
        } else {
          found[index].isUsed = true
          result = true
        }
      }
      masks[key] = found
    }
    return result
  }

  private mutating func append(_ row: ListRow) {
    var row = row
    if let column = list.nameColumn, row.cells[column].isEmpty {
      row.cells[column] = row.names.first ?? ""
    }
    if let key = row.keys.first { rowsByName[key, default: []].append(rows.count) }
    rows.append(row)
  }

  /// Adds what a row of the same name says to one that is there.
  private mutating func join(_ row: ListRow, to index: Int) {
    for (name, key) in zip(row.names, row.keys) where !rows[index].keys.contains(key) {
      rows[index].names.append(name)
      rows[index].keys.append(key)
    }
    for (column, cell) in row.cells.enumerated() where rows[index].cells[column].isEmpty {
      rows[index].cells[column] = cell
    }
  }

  /// The first column, save that of the name, where two rows of one name say different things.
  private func conflict(_ a: ListRow, _ b: ListRow) -> Int? {
    a.cells.indices.first { column in
      let (first, second) = (a.cells[column], b.cells[column])
      return column != list.nameColumn && !first.isEmpty && !second.isEmpty && first != second
    }
  }

  // MARK: Mistakes

  private mutating func report(_ row: ListRow, against known: ListRow, _ column: Int) {
    let (name, place) = (row.names.first ?? "", known.location)
    findings.append(
      Diagnostic(
        "extension-conflict",
        "the list `\(list.name.text)` has `\(name)` with another `\(list.columnNames[column])`",
        at: row.location,
        notes: [
          "`\(known.cells[column])` at \(place.path):\(place.line), `\(row.cells[column])` here"
        ],
        help: "leave the cell empty, or write `disable entry \(list.name.text) = \"\(name)\"`"))
  }

  private static func ownEntry(_ entry: Name, of list: ListDeclaration) -> Diagnostic {
    Diagnostic(
      "disabled-extension", "the same pack adds `\(entry.text)` to the list `\(list.name.text)`",
      at: entry.location, help: "take it out of `extend list \(list.name.text)`")
  }

  private func unknown(_ entry: Name) -> Diagnostic {
    let near = NearestName.find(entry.text, in: spellings)
    return Diagnostic(
      "unknown-entry", "the list `\(list.name.text)` has no entry `\(entry.text)`",
      at: entry.location,
      help: near.map { "did you mean `\($0)`?" } ?? "write one of its spellings, or leave it out")
  }
}
