/// Which of several like periods is meant: "last month", "the following month".
package enum PeriodShift: String, Sendable, Hashable, CaseIterable {
  /// Counted from the document's date.
  case last, this, next, coming
  /// Counted from the event or time that was told before.
  case previous, following, same

  /// Whether it needs a time that was told before.
  package var isAnaphoric: Bool {
    switch self {
    case .previous, .following, .same: true
    case .last, .this, .next, .coming: false
    }
  }

  /// How many periods on.
  var step: Int {
    switch self {
    case .last, .previous: -1
    case .this, .same: 0
    case .next, .coming, .following: 1
    }
  }
}
