import Gazetteer
import Text

/// How the letter of a position is found where annotations start.
extension PhaseEngine {
  /// A letter with the annotations that start at a position.
  mutating func letter(
    _ first: Int32, withAnnotationsAt place: Int, _ source: MatchSource
  ) -> Int32 {
    var letter = first
    var current = source.store.first(startingAt: place)
    while let id = current {
      addEdges(of: id, to: &letter, source)
      current = source.store.next(after: id)
    }
    return letter
  }

  private mutating func addEdges(
    of id: AnnotationID, to letter: inout Int32, _ source: MatchSource
  ) {
    let (type, tokens) = source.store.span(of: id)
    let isSkipped = phase.skipping.contains(type)
    // An annotation of no tokens would be an edge to where it starts.
    guard isSkipped || !reach.annotationEdges[type.rawValue].isEmpty,
      tokens.end <= stretch.end, !tokens.isEmpty
    else { return }
    for place in reach.annotationEdges[type.rawValue].indices {
      let edge = reach.annotationEdges[type.rawValue][place]
      guard
        !edge.isConditional
          || holds(program.annotationEdges[edge.number], source.store.annotations[id.rawValue])
      else { continue }
      let number = program.listEdges.count + edge.number
      letter = alphabet.adding(.init(number: number, length: tokens.count), to: letter)
    }
    if isSkipped {
      let skipped = PlaceAlphabet.Edge(
        number: PlaceAlphabet.Edge.skipped, length: tokens.count)
      letter = alphabet.adding(skipped, to: letter)
    }
  }

  func holds(_ edge: AnnotationEdge, _ annotation: Annotation) -> Bool {
    edge.type == annotation.type
      && edge.conditions.allSatisfy { $0.test.holds(annotation.fields[$0.field]) }
  }
}
