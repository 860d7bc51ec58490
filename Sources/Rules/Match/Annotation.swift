package import Text

/// The identity of a declared type within one `Program`.
package struct TypeID: Sendable, Hashable {
  package let rawValue: Int
}

/// Index of an annotation in its document's `AnnotationStore`.
package struct AnnotationID: Sendable, Hashable {
  @usableFromInline package let rawValue: Int

  @inlinable init(rawValue: Int) { self.rawValue = rawValue }
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
