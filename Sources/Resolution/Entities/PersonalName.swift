import Text

/// A personal name in parts, compared without case, accents and hyphens.
struct PersonalName: Hashable {
  /// The parts in text order, folded.
  let parts: [String]
  /// What follows the last hyphen of the last part, where that is a word of some length; else the last part.
  let tail: String

  init(_ name: String) {
    parts = name.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { NameFolding.fold($0) }
      .filter { !$0.isEmpty }
    let end = name.split(whereSeparator: { $0 == "-" || $0 == " " || $0 == "\u{2010}" }).last
    let folded = end.map { NameFolding.fold(String($0)) } ?? ""
    tail = folded.count > 3 ? folded : parts.last ?? ""
  }

  /// Whether two full names are of one person: the same parts joined, or one's parts are all among the other's.
  func agrees(with other: PersonalName) -> Bool {
    if parts.joined() == other.parts.joined() { return true }
    guard parts.count > 1, other.parts.count > 1 else { return false }
    let (short, long) = parts.count < other.parts.count ? (self, other) : (other, self)
    return short.parts.allSatisfy(long.parts.contains) && long.parts.count - short.parts.count <= 2
  }

  /// The single words by which a text may speak of the person later: the outer parts, and what follows the hyphen
  /// of the last ("al-Sarraj").
  var shortForms: Set<String> {
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return [] }
    return [first, last, tail]
  }
}
