import Text

/// What a phase reads of a document while it runs: held in one object, so that passing it on costs nothing.
final class MatchSource {
  let document: MatchDocument
  let tokens: [Token]
  let store: AnnotationStore
  /// By token: its place, see `PlaceTable`.
  let places: [Int32]
  /// What stands at each token, and what that is.
  let reading: SharedPage
  let known: SharedPlaces

  init(
    _ document: MatchDocument, _ store: AnnotationStore, _ reading: SharedPage,
    _ known: SharedPlaces
  ) {
    self.document = document
    tokens = document.text.tokens
    self.store = store
    self.reading = reading
    self.known = known
    places = reading.page.places
  }
}

/// What stands at the tokens of the document that a worker reads.
final class SharedPage {
  var page: PlacePage

  init(_ page: PlacePage) { self.page = page }
}

/// The places of a worker, for all that read documents with it.
final class SharedPlaces {
  var table: PlaceTable

  init(_ table: PlaceTable) { self.table = table }

  /// The first of the longest entries at a token that a list edge passes over; nil where there is none. `node` is where
  /// its walk ended, if there was one.
  func entry(of edge: Int, at token: TokenID, _ node: Int32) -> (row: Int, length: Int)? {
    table.entry(of: edge, at: token, node)
  }
}

/// Sets of phases in 64 bits. Phases whose numbers are equal modulo 64 share a bit, so a set may hold more than was
/// put in it, never less.
enum PhaseMask {
  static func bit(of phase: Int) -> UInt64 { 1 << UInt64(phase & 63) }
}
