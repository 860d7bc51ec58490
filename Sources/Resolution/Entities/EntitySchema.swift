package import Rules

/// What the resolver reads of a pack: which types of annotation stand for which kinds of entity. Compiled once per
/// worker.
///
/// From the keys of the pack's schema: `entities` (the kinds), `people` (the kinds whose names are personal),
/// `by_country` (the kinds that a country code identifies), `KIND_types` (types that stand for a kind beside
/// the type of its own name), `attributes` (types that tell more of somebody named, the weightier first), `single_name_attributes` (those of
/// them that hold only for who is named by one name), `private_scopes` (who has one acts for no country),
/// `located` (kinds whose countries show what a document is about), `state_scopes` (the scopes of offices that
/// belong to that country where the text names none), `same_office` (titles that stand for another's office),
/// `ruler_titles` (titles for whoever rules), `ruler_offices` (words of the offices of those who do),
/// `lesser_ranks` (words that make another office of such) and `anaphors` (the type of words that stand for somebody
/// named before).
package final class EntitySchema: Sendable {
  let kinds: [EntityKind]
  /// By type.
  let plans: [TypePlan]
  /// The types that stand for entities, tell more of them or are words that stand for them.
  package let types: Set<TypeID>
  /// The first type that stands for people.
  let personType: TypeID?
  let anaphor: TypeID?
  let attributes: [TypeID]
  let privateScopes: Set<String>
  let stateScopes: Set<String>
  let sameOffice: [String]
  let rulerTitles: [String]
  let rulerOffices: [String]
  let lesserRanks: [String]
  let stateTitles: StateTitles

  /// Reads the schema of a pack; `titles` are those that its states have.
  package init(_ program: Program, titles: StateTitles = .none) {
    stateTitles = titles
    func values(_ key: String) -> [String] { program.schema[key] ?? [] }
    privateScopes = Set(values("private_scopes"))
    stateScopes = Set(values("state_scopes"))
    sameOffice = values("same_office")
    rulerTitles = values("ruler_titles")
    rulerOffices = values("ruler_offices")
    lesserRanks = values("lesser_ranks")
    anaphor = values("anaphors").first.flatMap { program.type($0) }
    attributes = values("attributes").compactMap { program.type($0) }
    var kinds = values("entities").map { kind in
      EntityKind(
        name: kind, isPerson: values("people").contains(kind),
        isByCountry: values("by_country").contains(kind),
        isLocated: values("located").contains(kind))
    }
    var plans = program.types.map { TypePlan($0) }
    for type in attributes { plans[type.rawValue].isAttribute = true }
    for type in values("single_name_attributes").compactMap({ program.type($0) }) {
      plans[type.rawValue].isForSingleNames = true
    }
    for (number, kind) in values("entities").enumerated() {
      let names = [kind.prefix(1).uppercased() + kind.dropFirst()]
      for name in names + values("\(kind)_types") {
        if let type = program.type(name) { plans[type.rawValue].kind = KindID(rawValue: number) }
      }
    }
    let own = program.types.compactMap { program.type($0.name) }
      .filter { plans[$0.rawValue].kind != nil }
    for type in own.reversed() {
      if let kind = plans[type.rawValue].kind { kinds[kind.rawValue].type = type }
    }
    personType = own.first { plans[$0.rawValue].kind.map { kinds[$0.rawValue].isPerson } ?? false }
    types = Set(own + attributes + (anaphor.map { [$0] } ?? []))
    self.kinds = kinds
    self.plans = plans
  }

  /// How annotations of a type are read. O(1).
  func plan(of type: TypeID) -> TypePlan { plans[type.rawValue] }

  /// The kind that a type stands for. O(1).
  func kind(of type: TypeID) -> EntityKind? {
    plans[type.rawValue].kind.map { kinds[$0.rawValue] }
  }

  /// Whether a type stands for a kind of entity. O(1).
  func isEntity(_ type: TypeID) -> Bool { plans[type.rawValue].kind != nil }

  /// Whether a type stands for people. O(1).
  func isPerson(_ type: TypeID) -> Bool {
    plans[type.rawValue].kind.map { kinds[$0.rawValue].isPerson } ?? false
  }

  /// The first type that stands for a kind.
  func type(ofKind name: String) -> TypeID? { kinds.first { $0.name == name }?.type }
}
