/// Judges ids, classes and element names of a page by the words in them.
struct LabelTable: Sendable {
  enum Match: String, Sendable {
    /// A word between hyphens, underscores or the label's ends.
    case word
    /// Anywhere in the label.
    case part
  }

  enum Verdict: Sendable {
    case side, body
  }

  private var words: [String: Verdict] = [:]
  private var parts: [(text: [UInt8], verdict: Verdict)] = []

  mutating func add(_ text: String, _ match: Match, _ verdict: Verdict) {
    switch match {
    case .word: words[text] = verdict
    case .part: parts.append((Array(text.utf8), verdict))
    }
  }

  /// What the label says; a body's word wins over a side's, so that `article-body-comments-on` is none's loss.
  func verdict(of label: String) -> Verdict? {
    var found: Verdict?
    for (text, verdict) in parts where Self.contains(label.utf8, text) {
      if verdict == .body { return .body }
      found = verdict
    }
    for word in label.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      guard let verdict = words[String(word)] else { continue }
      if verdict == .body { return .body }
      found = verdict
    }
    return found
  }

  private static func contains(_ label: String.UTF8View, _ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= label.count else { return false }
    var rest = label[...]
    while let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
