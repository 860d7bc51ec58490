/// The value of a time expression in its document.
package struct ResolvedTime: Sendable, Hashable {
  package enum Extent: String, Sendable, Hashable, CaseIterable {
    /// Once, some time in the interval.
    case within
    /// All of the interval.
    case throughout
  }

  package enum Resolution: String, Sendable, Hashable, CaseIterable {
    /// The text gives the whole date.
    case explicit
    /// Counted from the anchor.
    case relative
    /// A date whose missing numbers the anchor gave.
    case partial
  }

  package var interval: DateInterval
  package var extent: Extent
  package var resolution: Resolution
  /// What it was counted from, as EDTF; nil for an explicit one.
  package var anchor: String?
  /// 0 to 1.
  package var confidence: Double

  package init(
    interval: DateInterval, extent: Extent, resolution: Resolution, anchor: String?,
    confidence: Double
  ) {
    self.interval = interval
    self.extent = extent
    self.resolution = resolution
    self.anchor = anchor
    self.confidence = confidence
  }

  package var edtf: String { EDTF.text(interval) }

  /// What its preposition makes of it: "since January 8" lasts from then to the document's date, "until Friday"
  /// and "by Friday" reach from the document's date to then. The same where there is nothing to reach.
  package func reaching(
    _ relation: TimeExpression.Relation, documentDate: DateInterval
  ) -> ResolvedTime {
    var result = self
    switch relation {
    case .since where interval.first <= documentDate.last:
      result.interval = DateInterval(interval.first, documentDate.last)
      result.extent = .throughout
    case .until where documentDate.first <= interval.last:
      result.interval = DateInterval(documentDate.first, interval.last)
      result.extent = .throughout
    case .by where documentDate.first <= interval.last:
      result.interval = DateInterval(documentDate.first, interval.last)
    default: break
    }
    return result
  }
}
