import Gazetteer
import Text

/// A sentence as a lattice: its tokens, list entries and earlier annotations are edges between positions.
struct Lattice {
  let program: Program
  let phase: CompiledPhase
  let document: MatchDocument
  let sentence: TokenRange
  let store: AnnotationStore

  func token(_ place: Int) -> TokenID { document.text.tokens[place].id }

  /// Calls `body` with each earlier annotation that an edge may pass over from a position, in order.
  func forEachAnnotation(
    _ edge: AnnotationEdge, at place: Int, _ body: (_ id: AnnotationID, _ end: Int) -> Void
  ) {
    forEachAnnotation(at: place) { id, annotation in
      if annotation.type == edge.type,
        edge.conditions.allSatisfy({ $0.test.holds(annotation.fields[$0.field]) })
      {
        body(id, annotation.tokens.end)
      }
    }
  }

  /// Calls `body` with the end of each annotation at a position that may be skipped.
  func forEachSkip(at place: Int, _ body: (_ end: Int) -> Void) {
    guard !phase.skipping.isEmpty else { return }
    forEachAnnotation(at: place) { _, annotation in
      if phase.skipping.contains(annotation.type) { body(annotation.tokens.end) }
    }
  }

  private func forEachAnnotation(at place: Int, _ body: (AnnotationID, Annotation) -> Void) {
    var current = store.first(startingAt: place)
    while let id = current {
      let annotation = store[id]
      // An annotation of no tokens would be an edge to where it starts.
      if annotation.tokens.end <= sentence.end, !annotation.tokens.isEmpty { body(id, annotation) }
      current = store.next(after: id)
    }
  }

  /// The first longest entry at a position whose row satisfies an edge's conditions; nil where none does.
  func entry(_ edge: ListEdge, at place: Int) -> Gazetteer.Match? {
    guard place < sentence.end else { return nil }
    var result: Gazetteer.Match?
    program.lists[edge.list].forEachLongest(
      at: place, before: sentence.end, in: document.text.tokens, vocabulary: document.vocabulary
    ) { match in
      let holds = edge.conditions.allSatisfy {
        $0.test.holds(program.lists[edge.list].cell(match.row, $0.column))
      }
      if holds { result = match }
      return !holds
    }
    return result
  }
}
