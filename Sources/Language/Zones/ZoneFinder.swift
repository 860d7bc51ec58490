package import Text

/// Tells an article's body, title, byline and date line from what surrounds it on a page.
///
/// Works on plain text by what its lines look like, and on pages by their layout too. A text without the marks of a
/// page is body from end to end, its title apart.
package struct ZoneFinder: Sendable {
  let tables: ZoneTables

  /// A text of more lines is no page; it is taken for body as a whole.
  private static let maximumLines = 200_000

  package init(tables: ZoneTables) { self.tables = tables }

  /// The zones in text order, disjoint; together they cover every line that is not blank. O(size).
  package func zones(of document: InputDocument) -> [Zone] { layout(of: document).zones }

  /// The zones, and the dateline that opens the body.
  package func layout(of document: InputDocument) -> DocumentZones {
    guard
      document.text.count < Self.maximumLines
        || document.text.count(where: { $0 == 0x0A }) < Self.maximumLines
    else {
      return DocumentZones(
        zones: [Zone(kind: .body, range: TextRange(0, document.text.count))])
    }
    var scanner = LineScanner(tables: tables, text: document.text)
    let lines =
      document.blocks.isEmpty
      ? LineSplitter(text: document.text).lines().map { scanner.line($0) }
      : document.blocks.map { block in
        var line = scanner.line(block.range)
        line.kind = block.kind
        line.linkShare = Double(block.linkedBytes) / Double(max(1, block.range.count))
        return line
      }
    guard !lines.isEmpty else { return DocumentZones(zones: []) }
    let datelines = DatelineFinder(tables: tables, text: document.text)
    let sorter = LineSorter(document: document, lines: lines, datelines: datelines, tables: tables)
    let kinds = sorter.kinds()
    return DocumentZones(
      zones: Self.merged(lines, kinds), dateline: Self.dateline(lines, kinds, datelines))
  }

  private static func merged(_ lines: [PageLine], _ kinds: [ZoneKind]) -> [Zone] {
    var zones: [Zone] = []
    for (line, kind) in zip(lines, kinds) {
      if let last = zones.last, last.kind == kind {
        zones[zones.count - 1].range = TextRange(last.range.start, line.range.end)
      } else {
        zones.append(Zone(kind: kind, range: line.range))
      }
    }
    return zones
  }

  /// The first dateline of the body; captions may stand before it.
  private static func dateline(
    _ lines: [PageLine], _ kinds: [ZoneKind], _ finder: DatelineFinder
  ) -> Dateline? {
    zip(lines, kinds).lazy.filter { $0.1 == .body }.prefix(4)
      .compactMap { finder.dateline(in: $0.0.range) }.first
  }
}
