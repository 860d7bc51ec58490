extension Diagnostic {
  /// The finding as a reader sees it: `path:line:col: error[id]: message`, the source line, a caret, notes and help.
  package func rendered() -> String {
    var lines: [String] = []
    let heading = "\(severity.rawValue)[\(id)]: \(message)"
    if let location {
      lines.append("\(location.path):\(location.line):\(location.column): \(heading)")
      if !location.lineText.isEmpty { lines += Self.excerpt(location) }
    } else {
      lines.append(heading)
    }
    lines += notes.map { "  note: \($0)" }
    if let help { lines.append("  help: \(help)") }
    return lines.joined(separator: "\n")
  }

  /// Code points of a line that are shown before and behind the place.
  private static let shownBefore = 200
  private static let shownBehind = 200

  /// The line, or of a long one what is around the place, and a caret below.
  private static func excerpt(_ location: SourceLocation) -> [String] {
    let margin = String(location.line)
    let pad = String(repeating: " ", count: margin.count)
    let line = location.lineText.unicodeScalars
    let cut = max(0, location.column - 1 - shownBefore)
    let shown = line.dropFirst(cut).prefix(shownBefore + shownBehind)
    let isCutBehind = line.dropFirst(cut).dropFirst(shownBefore + shownBehind).first != nil
    let text = (cut > 0 ? "…" : "") + String(Substring(shown)) + (isCutBehind ? "…" : "")
    let indent = text.unicodeScalars.prefix(location.column - 1 - cut + (cut > 0 ? 1 : 0))
      .map { $0 == "\t" ? "\t" : " " }.joined()
    let carets = String(repeating: "^", count: min(location.length, shownBehind))
    return ["  \(margin) | \(text)", "  \(pad) | \(indent)\(carets)"]
  }
}
