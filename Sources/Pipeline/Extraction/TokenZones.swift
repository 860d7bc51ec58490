import Language
import Text

/// The zones of a document in tokens: what the stages read of it.
struct TokenZones {
  /// The parts of the article itself, in order.
  private(set) var body: [TokenRange] = []
  /// What stands before the body and may date it, in order.
  private(set) var head: [TokenRange] = []
  /// The sentences of the body, cut where it ends.
  private(set) var sentences: [TokenRange] = []

  init(_ layout: DocumentZones, text: SegmentedText) {
    let start = layout.zones.first { $0.kind == .body }?.range.start ?? 0
    for zone in layout.zones {
      let tokens = Self.tokens(in: zone.range, of: text)
      guard !tokens.isEmpty else { continue }
      switch zone.kind {
      case .body: body.append(tokens)
      case .pageDate, .byline: head.append(tokens)
      case .navigation, .title, .furniture:
        if zone.range.start < start { head.append(tokens) }
      case .related, .comments: break
      }
    }
    sentences = body.flatMap { Self.sentences(in: $0, of: text) }
  }

  /// The tokens that start inside a range; bisection.
  private static func tokens(in range: TextRange, of text: SegmentedText) -> TokenRange {
    let first = text.tokens.partitioningIndex { $0.range.start >= range.start }
    let last = text.tokens.partitioningIndex { $0.range.start >= range.end }
    return TokenRange(first, max(first, last))
  }

  private static func sentences(in body: TokenRange, of text: SegmentedText) -> [TokenRange] {
    let first = text.sentences.partitioningIndex { $0.end > body.start }
    return text.sentences[first...].prefix { $0.start < body.end }.map {
      TokenRange(max($0.start, body.start), min($0.end, body.end))
    }
  }
}
