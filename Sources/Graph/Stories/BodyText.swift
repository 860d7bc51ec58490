/// The part of a page's text by which stories are compared.
package enum BodyText {
  /// The kind of zone that holds an article.
  static let zoneKind = "body"
  /// A line of fewer words may be furniture where nobody has told the zones.
  private static let wordsOfProse = 10

  /// The fingerprint of a document's body: the same for the same words, whatever surrounds them.
  package static func fingerprint(text: [UInt8], zones: [ZoneRecord]) -> String {
    var words = StoryWords()
    var hasBody = false
    for zone in zones where zone.kind == zoneKind {
      words.add(utf8: text.span.extracting(zone.range.start..<zone.range.end))
      hasBody = true
    }
    if hasBody { return ShingleSketch(words: words.hashes).fingerprint }
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    return sketch(of: scalars, bodies: []).fingerprint
  }

  /// The sketch of the bodies, given as ranges of code points; of the longer lines where there is no body, and of
  /// everything where there is no longer line.
  static func sketch(of scalars: [Unicode.Scalar], bodies: [Range<Int>]) -> ShingleSketch {
    let inside = bodies.map { $0.clamped(to: 0..<scalars.count) }.filter { !$0.isEmpty }
    if !inside.isEmpty { return ShingleSketch(joined(inside.map { scalars[$0] })) }
    let prose = scalars.split(separator: "\n").filter {
      StoryWords.count(in: $0, limit: wordsOfProse) == wordsOfProse
    }
    return prose.isEmpty ? ShingleSketch(scalars) : ShingleSketch(joined(prose))
  }

  private static func joined(_ parts: [ArraySlice<Unicode.Scalar>]) -> [Unicode.Scalar] {
    Array(parts.joined(separator: ["\n"]))
  }
}
