package import Diagnostics

/// A parsed rule file.
package struct RuleFile: Sendable {
  package var path: String
  package var uses: [Name] = []
  package var declarations: [Declaration] = []
}

/// A name with the place where it is written.
package struct Name: Sendable, Hashable {
  package var text: String
  package var location: SourceLocation
}

/// What a rule file may declare.
package enum Declaration: Sendable {
  case type(TypeDeclaration)
  case enumeration(EnumDeclaration)
  case list(ListDeclaration)
  case alias(LetDeclaration)
  case phase(PhaseDeclaration)
  case schema(SchemaDeclaration)
  case events(EventsDeclaration)
  case claims(ClaimsDeclaration)
  case extend(ExtendDeclaration)
  case disable(DisableDeclaration)
}

/// `schema { entities = person | state; … }`: what the records of a domain may say.
package struct SchemaDeclaration: Sendable {
  package struct Entry: Sendable {
    package var key: Name
    package var values: [Name]
  }

  package var entries: [Entry]
}

/// `type Title { office: text, rank: text? }`.
package struct TypeDeclaration: Sendable {
  package struct Field: Sendable {
    package var name: Name
    package var kind: Name
    package var isOptional: Bool
  }

  package var name: Name
  package var fields: [Field]
}

/// `enum status = held | planned`.
package struct EnumDeclaration: Sendable {
  package var name: Name
  package var values: [Name]
}

/// `list talks = talks | "working lunch"` or `list city from "places/cities.tsv" { match name; keep id; case smart }`.
package struct ListDeclaration: Sendable {
  package var name: Name
  /// Entries match every form of their words.
  package var isLemma = false
  package var entries: [Name] = []
  package var file: Name?
  package var match: [Name] = []
  package var keep: [Name] = []
  package var letterCase: Name?
  /// Only rows whose column has the value are entries.
  package var filter: (column: Name, value: Name)?
}

/// `let party = Person | State`.
package struct LetDeclaration: Sendable {
  package var name: Name
  package var pattern: Pattern
}

/// A phase of pattern rules.
package struct PhaseDeclaration: Sendable {
  package enum Selection: String, Sendable, CaseIterable {
    case longest, all
  }

  package var name: Name
  package var selection = Selection.longest
  package var skipping: [Name] = []
  package var rules: [RuleDeclaration] = []
}

/// A pattern and the annotation that it makes.
package struct RuleDeclaration: Sendable {
  package var name: Name
  package var documentation = ""
  package var priority = 0
  /// A `block` makes nothing and vetoes what begins inside it.
  package var isBlock = false
  package var pattern: Pattern
  package var type: Name?
  package var fields: [FieldAssignment] = []
  package var examples: [Example] = []
}

/// `name: n.text`.
package struct FieldAssignment: Sendable {
  package var field: Name
  package var value: Expression
}

/// The value of a field.
package indirect enum Expression: Sendable {
  case string(String)
  case number(Int)
  /// A capture, or a value of the field's enumeration.
  case name(Name)
  /// A property of a capture: `n.text`, `v.lemma`, `c.country`.
  case property(Name, Name)
  /// `join(a, b)`, `first(x)`.
  case call(Name, [Expression])
}

/// `expect`, `reject` or `todo` with its text.
package struct Example: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case expect, reject, todo
  }

  package var kind: Kind
  package var text: String
  package var date: String?
  package var type: Name?
  package var fields: [(name: Name, value: String)] = []
  /// Fields of several values, which only a frame's events have: `participants: ["A", "B"]`.
  package var lists: [(name: Name, values: [String])] = []
  /// Nothing else of the type may come out: `exactly`.
  package var isExact = false
  package var location: SourceLocation
}
