package import Text

/// The place, and often the date and agency, that open an article: "SEOUL, South Korea (AP) —".
package struct Dateline: Sendable, Hashable {
  /// The whole of it, the dash included.
  package var range: TextRange
  package var place: TextRange
  /// What stands in the parentheses, without them.
  package var agency: TextRange?
  package var date: TextRange?

  package init(range: TextRange, place: TextRange, agency: TextRange? = nil, date: TextRange? = nil)
  {
    self.range = range
    self.place = place
    self.agency = agency
    self.date = date
  }
}
