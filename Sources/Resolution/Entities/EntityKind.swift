import Rules

/// Index of a kind of entity in an `EntitySchema`.
struct KindID: Sendable, Hashable {
  let rawValue: Int
}

/// A kind of entity, with what the schema says of it.
struct EntityKind: Sendable {
  let name: String
  /// Its names are personal.
  let isPerson: Bool
  /// A country code identifies it.
  let isByCountry: Bool
  /// Its countries show what a document is about.
  let isLocated: Bool
  /// The first of the types that stand for it, as which words that stand for the entity may fill slots.
  var type: TypeID?
}
