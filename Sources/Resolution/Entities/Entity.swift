package import Text

/// Index of an entity in its document's `EntityTable`.
package struct EntityID: Sendable, Hashable, Comparable {
  package let rawValue: Int

  package init(_ rawValue: Int) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Somebody or something that a document names, with all its mentions.
package struct Entity: Sendable, Hashable {
  /// One place where the text speaks of the entity.
  package struct Mention: Sendable, Hashable {
    package var tokens: TokenRange
    package var form: MentionForm
    /// The rule that found it: `pack/file.rule`, or `references`.
    package var rule: String
  }

  /// A kind that the pack's schema declares.
  package var kind: String
  /// The kind is one of people.
  package var isPerson = false
  /// The fullest name that the document gives; nil for somebody known by office alone.
  package var name: String?
  package var office: String?
  /// A country or organisation code.
  package var country: String?
  /// What the person does serves no state: the scope of the office is one of the pack's private ones.
  package var isPrivate = false
  /// What attributes say of a person's gender, in the pack's own words.
  package var gender: String?
  /// Where office and country come from.
  package var officeSource = ValueSource.text
  package var countrySource = ValueSource.text
  package var mentions: [Mention]
}

/// How a text speaks of an entity.
package enum MentionForm: String, Sendable, Hashable, CaseIterable {
  case name, surname, title, pronoun, group
}

/// Where a value of an entity comes from: the text says it, it follows from the document, or a table knows it.
package enum ValueSource: String, Sendable, Hashable, CaseIterable {
  case text, inferred, table
}
