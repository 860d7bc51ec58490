import Gazetteer
import Text

/// A sentence as a lattice: tokens, list entries and earlier annotations as edges, looked up once each.
struct Lattice {
  let program: Program
  let document: MatchDocument
  let sentence: TokenRange
  let store: AnnotationStore
  let skipping: [TypeID]
  private var entryCache: [Int: [Gazetteer.Match]] = [:]

  init(
    program: Program, document: MatchDocument, sentence: TokenRange, store: AnnotationStore,
    skipping: [TypeID]
  ) {
    self.program = program
    self.document = document
    self.sentence = sentence
    self.store = store
    self.skipping = skipping
  }

  /// The longest entries of a list that start at a token.
  mutating func entries(of list: Int, at place: Int) -> [Gazetteer.Match] {
    guard place < sentence.end else { return [] }
    let key = place * program.lists.count + list
    if let known = entryCache[key] { return known }
    let found = program.lists[list].longestMatches(
      at: place, before: sentence.end, in: document.text.tokens, vocabulary: document.vocabulary)
    entryCache[key] = found
    return found
  }

  func annotations(of type: TypeID, at place: Int) -> [AnnotationID] {
    store.ids(of: type, startingAt: place)
  }

  /// The position itself and those behind what may be skipped there; nothing is skipped before the first element.
  func places(from position: Int, isFirst: Bool) -> [Int] {
    guard !isFirst, !skipping.isEmpty else { return [position] }
    var result = [position]
    for type in skipping {
      result += annotations(of: type, at: position).map { store[$0].tokens.end }
        .filter { $0 <= sentence.end }
    }
    return result
  }
}
