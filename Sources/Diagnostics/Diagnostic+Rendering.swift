extension Diagnostic {
  /// The finding as a reader sees it: `path:line:col: error[id]: message`, the source line, a caret, notes and help.
  package func rendered() -> String {
    var lines: [String] = []
    let heading = "\(severity.rawValue)[\(id)]: \(message)"
    if let location {
      lines.append("\(location.path):\(location.line):\(location.column): \(heading)")
      if !location.lineText.isEmpty {
        let margin = String(location.line)
        let pad = String(repeating: " ", count: margin.count)
        lines.append("  \(margin) | \(location.lineText)")
        let indent = location.lineText.unicodeScalars.prefix(location.column - 1)
          .map { $0 == "\t" ? "\t" : " " }.joined()
        lines.append("  \(pad) | \(indent)\(String(repeating: "^", count: location.length))")
      }
    } else {
      lines.append(heading)
    }
    lines += notes.map { "  note: \($0)" }
    if let help { lines.append("  help: \(help)") }
    return lines.joined(separator: "\n")
  }
}
