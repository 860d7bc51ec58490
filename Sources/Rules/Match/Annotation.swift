package import Text

/// The identity of a declared type within one `Program`.
package struct TypeID: Sendable, Hashable {
  package let rawValue: Int
}

/// Index of an annotation in its document's `AnnotationStore`.
package struct AnnotationID: Sendable, Hashable {
  package let rawValue: Int
}

/// What a rule says of a stretch of tokens.
package struct Annotation: Sendable, Hashable {
  package var type: TypeID
  package var tokens: TokenRange
  /// One value for each field of the type, in declared order; nil where the rule gives none.
  package var fields: [String?]
  /// The rule that made it: `pack/file.rule`.
  package var rule: String

  package init(type: TypeID, tokens: TokenRange, fields: [String?], rule: String) {
    self.type = type
    self.tokens = tokens
    self.fields = fields
    self.rule = rule
  }
}

/// All annotations of a document, appended only.
package struct AnnotationStore: Sendable {
  package private(set) var annotations: [Annotation] = []
  private var byStart: [Int: [Int]] = [:]

  package init() {}

  @discardableResult
  package mutating func append(_ annotation: Annotation) -> AnnotationID {
    byStart[annotation.tokens.start, default: []].append(annotations.count)
    annotations.append(annotation)
    return AnnotationID(rawValue: annotations.count - 1)
  }

  package subscript(id: AnnotationID) -> Annotation { annotations[id.rawValue] }

  /// The annotations of a type that start at a token, in the order in which they were made.
  package func ids(of type: TypeID, startingAt token: Int) -> [AnnotationID] {
    (byStart[token] ?? []).filter { annotations[$0].type == type }
      .map { AnnotationID(rawValue: $0) }
  }

  /// All annotations that start at a token, in the order in which they were made.
  package func annotations(startingAt token: Int) -> [Annotation] {
    (byStart[token] ?? []).map { annotations[$0] }
  }

  /// All annotations of a type, in the order in which they were made.
  package func all(of type: TypeID) -> [Annotation] { annotations.filter { $0.type == type } }
}
