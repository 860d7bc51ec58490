package import Rules

/// What the clause layer reads of a pack: the types of its groups, from the pack's schema.
package struct ClauseSchema: Sendable {
  /// What annotations of a type are to a clause.
  struct Part: OptionSet {
    let rawValue: UInt8

    static let verbGroup = Part(rawValue: 1)
    /// A noun group or a name.
    static let nominal = Part(rawValue: 2)
    /// Plays no part in a clause ("left," in a caption).
    static let aside = Part(rawValue: 4)
  }

  /// The fields of verb groups by their places; nil where the type lacks one.
  struct VerbFields {
    var form, tense, voice, aspect, modal, negated, lemma: Int?
  }

  package let verbGroup: TypeID
  /// The types of groups and asides: what nothing but clauses is made of, names apart.
  package let types: Set<TypeID>
  /// Relative pronouns that own the noun behind them ("whose"), by their spelling.
  let owningRelatives: [String]
  let verbFields: VerbFields
  /// By type.
  private let parts: [Part]

  /// The field of verb groups that says which verb it is.
  package static let lemmaField = "lemma"

  /// Reads the keys `verb_group`, `nominals`, `asides` and `owning_relatives`; nil where a pack has no clauses.
  package init?(_ program: Program) {
    guard let verb = program.schema["verb_group"]?.first.flatMap({ program.type($0) }),
      let nominals = program.schema["nominals"]?.compactMap({ program.type($0) })
    else { return nil }
    let asides = (program.schema["asides"] ?? []).compactMap { program.type($0) }
    var parts = [Part](repeating: [], count: program.types.count)
    parts[verb.rawValue].insert(.verbGroup)
    for type in nominals { parts[type.rawValue].insert(.nominal) }
    for type in asides { parts[type.rawValue].insert(.aside) }
    self.parts = parts
    verbGroup = verb
    types = Set([verb] + nominals + asides)
    owningRelatives = program.schema["owning_relatives"] ?? []
    let fields = program.types[verb.rawValue].fields
    verbFields = VerbFields(
      form: fields.firstIndex(of: "form"), tense: fields.firstIndex(of: "tense"),
      voice: fields.firstIndex(of: "voice"), aspect: fields.firstIndex(of: "aspect"),
      modal: fields.firstIndex(of: "modal"), negated: fields.firstIndex(of: "negated"),
      lemma: fields.firstIndex(of: Self.lemmaField))
  }

  func part(_ type: TypeID) -> Part { parts[type.rawValue] }
}
