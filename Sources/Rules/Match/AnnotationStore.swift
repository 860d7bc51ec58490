package import Text

/// All annotations of a document, appended only.
///
/// What clauses ask of each token is inlined there.
package struct AnnotationStore: Sendable {
  package private(set) var annotations: [Annotation] = []
  /// The first and the last annotation at each start, -1 where none; the others are chained behind the first.
  @usableFromInline var heads: [Int32] = []
  private var tails: [Int32] = []
  @usableFromInline var successors: [Int32] = []
  @usableFromInline var spans: [(type: TypeID, tokens: TokenRange)] = []
  /// By token: a bit for each type of which an annotation starts there, see `TypeMask`.
  private(set) var typeMasks: [UInt64] = []

  package init() {}

  @discardableResult
  package mutating func append(_ annotation: Annotation) -> AnnotationID {
    let start = annotation.tokens.start
    let number = Int32(truncatingIfNeeded: annotations.count)
    if heads.count <= start {
      let missing = start + 1 - heads.count
      heads += repeatElement(-1, count: missing)
      tails += repeatElement(-1, count: missing)
      typeMasks += repeatElement(0, count: missing)
    }
    typeMasks[start] |= TypeMask.bit(of: annotation.type)
    if heads[start] < 0 {
      heads[start] = number
    } else {
      successors[Int(tails[start])] = number
    }
    tails[start] = number
    successors.append(-1)
    annotations.append(annotation)
    spans.append((annotation.type, annotation.tokens))
    return AnnotationID(rawValue: Int(number))
  }

  package subscript(id: AnnotationID) -> Annotation { annotations[id.rawValue] }

  /// Whether some annotation starts at a token. O(1).
  @inlinable package func hasAnnotation(startingAt token: Int) -> Bool {
    token < heads.count && heads[token] >= 0
  }

  /// The types of the annotations that start at a token, see `TypeMask`. O(1).
  func typeMask(startingAt token: Int) -> UInt64 {
    token < typeMasks.count ? typeMasks[token] : 0
  }

  /// The first annotation that starts at a token, nil where none does. O(1).
  @inlinable package func first(startingAt token: Int) -> AnnotationID? {
    hasAnnotation(startingAt: token) ? AnnotationID(rawValue: Int(heads[token])) : nil
  }

  /// The next annotation that starts at the same token. O(1).
  @inlinable package func next(after id: AnnotationID) -> AnnotationID? {
    let number = successors[id.rawValue]
    return number < 0 ? nil : AnnotationID(rawValue: Int(number))
  }

  /// The type and the tokens of an annotation. O(1).
  @inlinable package func span(of id: AnnotationID) -> (type: TypeID, tokens: TokenRange) {
    spans[id.rawValue]
  }

  /// The annotations of a type that start at a token, in the order in which they were made.
  package func ids(of type: TypeID, startingAt token: Int) -> [AnnotationID] {
    ids(startingAt: token).filter { spans[$0.rawValue].type == type }
  }

  /// All annotations that start at a token, in the order in which they were made.
  package func annotations(startingAt token: Int) -> [Annotation] {
    ids(startingAt: token).map { annotations[$0.rawValue] }
  }

  private func ids(startingAt token: Int) -> [AnnotationID] {
    var result: [AnnotationID] = []
    var current = first(startingAt: token)
    while let id = current {
      result.append(id)
      current = next(after: id)
    }
    return result
  }

  /// All annotations of a type, in the order in which they were made.
  package func all(of type: TypeID) -> [Annotation] { annotations.filter { $0.type == type } }
}

/// Sets of types in 64 bits. Types whose numbers are equal modulo 64 share a bit, so a set may hold more than was put
/// in it, never less.
enum TypeMask {
  static func bit(of type: TypeID) -> UInt64 { 1 << UInt64(type.rawValue & 63) }
}
