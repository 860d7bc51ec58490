package import Rules

/// What the resolver reads of a pack: which types of annotation stand for which kinds of entity.
///
/// From the keys of the pack's schema: `entities` (the kinds), `people` (the kinds whose names are personal),
/// `by_country` (the kinds that a country code identifies), `KIND_types` (types that stand for a kind beside
/// the type of its own name), `attributes` (types that tell more of somebody named, the weightier first), `single_name_attributes` (those of
/// them that hold only for who is named by one name), `private_scopes` (who has one acts for no country),
/// `located` (kinds whose countries show what a document is about), `state_scopes` (the scopes of offices that
/// belong to that country where the text names none), `same_office` (titles that stand for another's office),
/// `ruler_titles` (titles for whoever rules), `ruler_offices` (words of the offices of those who do) and
/// `lesser_ranks` (words that make another office of such).
package struct EntitySchema: Sendable {
  package private(set) var kinds: [TypeID: String] = [:]
  let people: Set<String>
  let byCountry: Set<String>
  let attributes: [TypeID]
  let singleNameAttributes: Set<TypeID>
  let privateScopes: Set<String>
  let located: Set<String>
  let stateScopes: Set<String>
  let sameOffice: Set<String>
  let rulerTitles: [Set<String>]
  let rulerOffices: [Set<String>]
  let lesserRanks: Set<String>

  package init(_ program: Program) {
    func values(_ key: String) -> [String] { program.schema[key] ?? [] }
    people = Set(values("people"))
    byCountry = Set(values("by_country"))
    attributes = values("attributes").compactMap { program.type($0) }
    singleNameAttributes = Set(values("single_name_attributes").compactMap { program.type($0) })
    privateScopes = Set(values("private_scopes"))
    located = Set(values("located"))
    stateScopes = Set(values("state_scopes"))
    sameOffice = Set(values("same_office"))
    func words(_ key: String) -> [Set<String>] {
      values(key).map { Set($0.split(separator: " ").map(String.init)) }
    }
    rulerTitles = words("ruler_titles")
    rulerOffices = words("ruler_offices")
    lesserRanks = Set(values("lesser_ranks"))
    for kind in values("entities") {
      let names = [kind.prefix(1).uppercased() + kind.dropFirst()]
      for name in names + values("\(kind)_types") {
        if let type = program.type(name) { kinds[type] = kind }
      }
    }
  }

  func isPerson(_ type: TypeID) -> Bool { kinds[type].map(people.contains) ?? false }
}
