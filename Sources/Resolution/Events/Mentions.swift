import Rules
import Text

/// Types in 64 bits. Types whose numbers are equal modulo 64 share a bit, so a set may hold more than was put in it,
/// never less.
struct MentionedTypes: OptionSet, Hashable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ type: TypeID) { rawValue = 1 << UInt64(type.rawValue & 63) }
}

/// Whom a sentence mentions, as far as frames ask before its clauses are known.
struct Mentions {
  private struct Mention {
    var entity: EntityID
    var type: MentionedTypes
    var standing: Standing
  }

  private(set) var types: MentionedTypes = []
  /// The types of those who act for a state.
  private(set) var officialTypes: MentionedTypes = []
  /// On how many sides they are: 2 where there are more.
  private(set) var sides = 0
  private var all: [Mention] = []
  /// Scratch.
  private var found: [Int] = []

  /// Takes the mentions of another sentence.
  mutating func fill(
    _ sentence: TokenRange, _ entities: EntityTable, _ standings: StandingTable
  ) {
    types = []
    officialTypes = []
    sides = 0
    all.removeAll(keepingCapacity: true)
    var first: Int?
    entities.forEachReference(inside: sentence) { reference in
      let type = MentionedTypes(reference.type)
      let standing = standings[reference.entity]
      types.formUnion(type)
      if standing.isOfficial { officialTypes.formUnion(type) }
      if let side = standing.side, first != side {
        sides = first == nil ? 1 : 2
        first = first ?? side
      }
      all.append(Mention(entity: reference.entity, type: type, standing: standing))
    }
  }

  /// Whether there are so many entities of some types.
  mutating func has(_ count: Int, of types: MentionedTypes) -> Bool {
    has(count, of: types) { $0.entity.rawValue }
  }

  /// Whether entities of some types are on so many sides.
  mutating func hasSides(_ count: Int, of types: MentionedTypes) -> Bool {
    has(count, of: types) { $0.standing.side }
  }

  private mutating func has(
    _ count: Int, of types: MentionedTypes, _ value: (Mention) -> Int?
  ) -> Bool {
    guard count > 0 else { return true }
    found.removeAll(keepingCapacity: true)
    for mention in all where !mention.type.isDisjoint(with: types) {
      guard let value = value(mention), !found.contains(value) else { continue }
      found.append(value)
      if found.count == count { return true }
    }
    return false
  }

  /// Whether one of some types is abroad at a place of others: where the countries of both are not known to be one.
  func hasPlace(of places: MentionedTypes, abroadTo travellers: MentionedTypes) -> Bool {
    guard let first = all.first(where: { !$0.type.isDisjoint(with: travellers) }) else {
      return false
    }
    let home = first.standing.country
    let haveOneHome = all.allSatisfy {
      $0.type.isDisjoint(with: travellers) || $0.standing.country == home
    }
    return all.contains { place in
      guard !place.type.isDisjoint(with: places) else { return false }
      return place.standing.country == nil || !haveOneHome || place.standing.country != home
    }
  }
}
