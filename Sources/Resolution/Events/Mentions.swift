import Rules

/// Types in 64 bits. Types whose numbers are equal modulo 64 share a bit, so a set may hold more than was put in it,
/// never less.
struct MentionedTypes: OptionSet {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ type: TypeID) { rawValue = 1 << UInt64(type.rawValue & 63) }
}

/// Whom a sentence mentions, as far as frames ask before its clauses are known.
struct Mentions {
  private(set) var types: MentionedTypes = []
  private var all: [(entity: EntityID, type: MentionedTypes)] = []

  /// Takes the mentions of another sentence.
  mutating func fill(_ references: EntityTable.References) {
    types = []
    all.removeAll(keepingCapacity: true)
    for reference in references {
      let type = MentionedTypes(reference.type)
      types.formUnion(type)
      all.append((reference.entity, type))
    }
  }

  /// Whether there are so many entities of some types.
  func has(_ count: Int, of types: MentionedTypes) -> Bool {
    guard count > 0 else { return true }
    guard !self.types.isDisjoint(with: types) else { return false }
    guard count > 1 else { return true }
    var found: [EntityID] = []
    for mention in all where !mention.type.isDisjoint(with: types) {
      if !found.contains(mention.entity) { found.append(mention.entity) }
      if found.count == count { return true }
    }
    return false
  }
}
