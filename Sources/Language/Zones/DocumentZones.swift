package import Text

/// A document told apart: its zones and the dateline that opens its body.
package struct DocumentZones: Sendable, Hashable {
  /// In text order, disjoint; together they cover every line that is not blank.
  package var zones: [Zone]
  package var dateline: Dateline?

  package init(zones: [Zone], dateline: Dateline? = nil) {
    self.zones = zones
    self.dateline = dateline
  }

  /// The ranges of one kind, in order.
  package func ranges(of kind: ZoneKind) -> [TextRange] {
    zones.filter { $0.kind == kind }.map(\.range)
  }
}
