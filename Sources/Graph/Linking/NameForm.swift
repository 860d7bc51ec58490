import Text

/// A name in parts, compared without case, accents and hyphens.
struct NameForm: Hashable {
  /// The parts in text order, folded.
  let parts: [String]
  /// The parts without spaces, so that "Myong-ho" and "Myong Ho" are alike.
  let joined: String

  init(_ name: String) {
    parts = name.split { $0.isWhitespace }.map { NameFolding.fold($0) }.filter { !$0.isEmpty }
    joined = parts.joined()
  }

  /// The same for names that differ in the order of their parts only.
  var letters: String {
    String(String.UnicodeScalarView(joined.unicodeScalars.sorted()))
  }

  /// Whether the parts are the other's, some moved from the front to the end.
  func isRotation(of other: NameForm) -> Bool {
    joined == other.joined || rotations.contains(other.joined)
      || other.rotations.contains(joined)
  }

  private var rotations: [String] {
    parts.indices.map { (parts[$0...] + parts[..<$0]).joined() }
  }
}
