import Text

/// What a phase reads of a document while it runs: held in one object, so that passing it on costs nothing.
final class MatchSource {
  let document: MatchDocument
  let tokens: [Token]
  let store: AnnotationStore
  /// What stands at each token, as places of `places`.
  let page: PlacePage
  let places: SharedPlaces

  init(
    _ document: MatchDocument, _ store: AnnotationStore, _ page: PlacePage, _ places: SharedPlaces
  ) {
    self.document = document
    tokens = document.text.tokens
    self.store = store
    self.page = page
    self.places = places
  }
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
