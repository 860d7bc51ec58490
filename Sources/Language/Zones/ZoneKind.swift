/// What a part of a page is for.
package enum ZoneKind: String, Sendable, Hashable, CaseIterable {
  case title
  case navigation
  /// The line in which the page gives a date.
  case pageDate = "page date"
  case byline
  /// The article itself, dateline and captions included.
  case body
  /// Headlines of other articles.
  case related
  case comments
  /// Notices, share buttons, credits and whatever else surrounds an article.
  case furniture
}
