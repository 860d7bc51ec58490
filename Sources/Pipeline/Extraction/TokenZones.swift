import Language
import Text

/// The zones of a document in tokens: what the stages read of it.
struct TokenZones {
  /// The parts of the article itself, in order.
  private(set) var body: [TokenRange] = []
  /// What stands before the body and may date it, in order.
  private(set) var head: [TokenRange] = []
  /// Tokens of one sentence at most. Prose stays far below; without a bound, text without a full stop would cost the
  /// square of its length in clauses and references.
  static let maximumSentence = 1024

  /// The sentences of the body, cut where it ends and where they grow too long.
  private(set) var sentences: [TokenRange] = []
  /// How many sentences were too long.
  private(set) var longSentences = 0

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
    for sentence in body.flatMap({ Self.sentences(in: $0, of: text) }) {
      if sentence.count > Self.maximumSentence { longSentences += 1 }
      sentences += Self.pieces(of: sentence)
    }
  }

  private static func pieces(of sentence: TokenRange) -> [TokenRange] {
    stride(from: sentence.start, to: sentence.end, by: maximumSentence).map {
      TokenRange($0, min($0 + maximumSentence, sentence.end))
    }
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
