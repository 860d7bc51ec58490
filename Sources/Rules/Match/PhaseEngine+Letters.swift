import Gazetteer
import Text

/// How the letter of a position is found where more than its token stands.
extension PhaseEngine {
  /// The letter with the list entries and annotations that start at a position.
  mutating func letter(
    at place: Int, _ kind: PlaceAlphabet.Kind, _ source: MatchSource
  ) -> Int32 {
    var letter = kind.plain
    if kind.beginsList {
      for list in reach.lists.indices
      where alphabet.passes(kind.plain, program.tests.count + reach.lists[list].number) {
        addEdges(of: list, at: place, to: &letter, source)
      }
    }
    var current = source.store.first(startingAt: place)
    while let id = current {
      addEdges(of: id, to: &letter, source)
      current = source.store.next(after: id)
    }
    return letter
  }

  private mutating func addEdges(
    of list: Int, at place: Int, to letter: inout Int32, _ source: MatchSource
  ) {
    let length = findLength(of: list, at: place, source)
    guard length > 0 else { return }
    for number in reach.lists[list].edges.indices {
      let edge = reach.lists[list].edges[number]
      guard
        !edge.isConditional || rows.contains(where: { listEdges.holds(edge.number, $0) })
      else { continue }
      letter = alphabet.adding(.init(number: edge.number, length: length), to: letter)
    }
  }

  /// The length of the longest entries, which are in `rows` where some edge asks for them.
  private mutating func findLength(of list: Int, at place: Int, _ source: MatchSource) -> Int {
    let number = reach.lists[list].number
    if let known = listLengths.length(number, at: place, before: stretch.end),
      known == 0 || !reach.lists[list].isConditional
    {
      return known
    }
    let length = findRows(of: number, at: place, source)
    listLengths.keep(length, of: number, at: place, before: stretch.end)
    return length
  }

  /// Puts the longest entries at a position into `rows` and gives their length, 0 where there is none.
  private mutating func findRows(of list: Int, at place: Int, _ source: MatchSource) -> Int {
    var length = 0
    rows.removeAll(keepingCapacity: true)
    program.lists[list].forEachLongest(
      at: place, before: stretch.end, in: source.tokens, vocabulary: source.vocabulary
    ) { match in
      length = match.length
      rows.append(match.row)
      return true
    }
    return length
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
      letter = alphabet.adding(.init(number: -1, length: tokens.count), to: letter)
    }
  }

  func holds(_ edge: AnnotationEdge, _ annotation: Annotation) -> Bool {
    edge.type == annotation.type
      && edge.conditions.allSatisfy { $0.test.holds(annotation.fields[$0.field]) }
  }

  /// The first longest entry at a position whose row satisfies an edge's conditions; nil where none does.
  mutating func entry(
    _ number: Int, at place: Int, _ source: MatchSource
  ) -> (row: Int, length: Int)? {
    let length = findRows(of: program.listEdges[number].list, at: place, source)
    return rows.first { listEdges.holds(number, $0) }.map { ($0, length) }
  }
}
