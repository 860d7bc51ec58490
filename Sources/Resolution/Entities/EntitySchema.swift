package import Rules

/// What the resolver reads of a pack: which types of annotation stand for which kinds of entity.
///
/// From the keys of the pack's schema: `entities` (the kinds), `people` (the kinds whose names are personal),
/// `by_country` (the kinds that a country code identifies) and `KIND_types` (types that stand for a kind beside
/// the type of its own name).
package struct EntitySchema: Sendable {
  package private(set) var kinds: [TypeID: String] = [:]
  let people: Set<String>
  let byCountry: Set<String>

  package init(_ program: Program) {
    people = Set(program.schema["people"] ?? [])
    byCountry = Set(program.schema["by_country"] ?? [])
    for kind in program.schema["entities"] ?? [] {
      let names = [kind.prefix(1).uppercased() + kind.dropFirst()]
      for name in names + (program.schema["\(kind)_types"] ?? []) {
        if let type = program.type(name) { kinds[type] = kind }
      }
    }
  }
}
