/// What a line's words say that it is; the kinds of the language pack's table of zones.
enum LineCue: String, Sendable, Hashable, CaseIterable {
  case navigation
  case share
  /// A heading over, or a lead-in to, other articles.
  case related
  /// A heading over readers' comments.
  case comments
  case byline
  /// Who took the picture, who helped, whose text it is.
  case credit
  /// Notices: cookies, subscriptions, rights, advertisements.
  case furniture
  /// What stands before a page's date.
  case date

  var zone: ZoneKind {
    switch self {
    case .navigation: .navigation
    case .share, .credit, .furniture: .furniture
    case .related: .related
    case .comments: .comments
    case .byline: .byline
    case .date: .pageDate
    }
  }
}
