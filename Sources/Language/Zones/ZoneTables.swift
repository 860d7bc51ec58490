package import Diagnostics
package import Gazetteer

/// The words of a language, and of the markup of pages, by which the zones of a page are told.
package struct ZoneTables: Sendable {
  private(set) var phrases = PhraseIndex()
  /// Months, weekdays, hours: a line of these and numbers is a date. Function words, and those of other languages
  /// that are no words of this one. First words of phrases.
  private(set) var words = ZoneWords()
  private(set) var labels = LabelTable()

  /// Reads the language pack's `zones.tsv`: columns `text`, `kind` and `match`.
  ///
  /// The kinds of phrases are those of a line's cue, and match `line`, `start`, `end` or `any`. `side label` and
  /// `body label` are words of ids and classes, and match `word` or `part`; `date word`, `function word`
  /// and `foreign word` stand for themselves, without a match. Throws every row that is none of these.
  package init(_ table: TableFile) throws(DiagnosticList) {
    let cells = try table.cells(of: ["text", "kind", "match"])
    var problems: [Diagnostic] = []
    for (row, cell) in zip(table.rows, cells) where !add(cell[0], kind: cell[1], match: cell[2]) {
      problems.append(Self.unknown(cell[1], cell[2], table.path, row.line))
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
  }

  private mutating func add(_ text: String, kind: String, match: String) -> Bool {
    if let cue = LineCue(rawValue: kind), let place = PhraseIndex.Place(rawValue: match) {
      phrases.add(text, at: place, cue: cue, words: &words)
      return true
    }
    switch kind {
    case "date word": words.add(.date, to: WordKey.words(of: text))
    case "function word": words.add(.function, to: WordKey.words(of: text))
    case "foreign word": words.add(.foreign, to: WordKey.words(of: text))
    case "side label", "body label":
      guard let match = LabelTable.Match(rawValue: match) else { return false }
      labels.add(text, match, kind == "side label" ? .side : .body)
    default: return false
    }
    return true
  }

  private static func unknown(
    _ kind: String, _ match: String, _ path: String, _ line: Int
  ) -> Diagnostic {
    let kinds =
      LineCue.allCases.map(\.rawValue) + [
        "body label", "date word", "foreign word", "function word", "side label",
      ]
    let isKind = kinds.contains(kind)
    let nearest = NearestName.find(kind, in: kinds)
    return Diagnostic(
      isKind ? "unknown-match" : "unknown-kind",
      isKind ? "`\(match)` is no match of `\(kind)`" : "`\(kind)` is no kind of zone word",
      at: SourceLocation(path: path, line: line, column: 1),
      help: isKind
        ? "use one of line, start, end, any for phrases, word or part for labels"
        : nearest.map { "did you mean `\($0)`?" } ?? "use one of " + kinds.joined(separator: ", "))
  }
}
