import Text

/// What a phase reads of a document while it runs: held in one object, so that passing it on costs nothing.
final class MatchSource {
  let document: MatchDocument
  let tokens: [Token]
  let vocabulary: Vocabulary
  let store: AnnotationStore
  /// The class that the classifier gave to each token.
  let classes: [UInt32]
  /// The phases of which a rule may begin with each token, see `PhaseMask`.
  let beginnings: [UInt64]

  init(
    _ document: MatchDocument, _ store: AnnotationStore, classes: [UInt32], beginnings: [UInt64]
  ) {
    self.document = document
    tokens = document.text.tokens
    vocabulary = document.vocabulary
    self.store = store
    self.classes = classes
    self.beginnings = beginnings
  }
}

/// Sets of phases in 64 bits. Phases whose numbers are equal modulo 64 share a bit, so a set may hold more than was
/// put in it, never less.
enum PhaseMask {
  static func bit(of phase: Int) -> UInt64 { 1 << UInt64(phase & 63) }
}
