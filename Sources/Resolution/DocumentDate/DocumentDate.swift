/// When a document was written: a day, or an interval of admissible days.
package struct DocumentDate: Sendable, Hashable {
  package enum Method: String, Sendable, Hashable, CaseIterable {
    case given, dateline, byline, metadata, url, text, none, crawl
    case pageLine = "page line"
  }

  /// Nil where nothing tells.
  package var interval: DateInterval?
  package var method: Method
  /// 0 to 1.
  package var confidence: Double
  /// In the order of their trust; losers say why.
  package var candidates: [DateCandidate]

  package init(
    interval: DateInterval?, method: Method, confidence: Double, candidates: [DateCandidate]
  ) {
    self.interval = interval
    self.method = method
    self.confidence = confidence
    self.candidates = candidates
  }

  package var edtf: String? { interval.map(EDTF.text) }

  /// A document is written once, some time in the interval.
  package var extent: ResolvedTime.Extent { .within }
}
