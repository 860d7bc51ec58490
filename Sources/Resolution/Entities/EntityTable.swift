package import Rules
package import Text

/// The entities of one document and where it mentions them.
package struct EntityTable: Sendable {
  /// A mention by its tokens: which entity, and as which type it may fill a slot.
  package struct Reference: Sendable, Hashable {
    package var entity: EntityID
    package var type: TypeID
    package var tokens: TokenRange
  }

  package private(set) var entities: [Entity] = []
  private var byEnd: [Int: [Reference]] = [:]
  private var byKey: [String: EntityID] = [:]
  /// The stretches that are mentions of each entity already.
  private var shown: Set<Shown> = []

  private struct Shown: Hashable {
    var entity: EntityID
    var tokens: TokenRange
  }

  package init() {}

  package subscript(id: EntityID) -> Entity {
    get { entities[id.rawValue] }
    set { entities[id.rawValue] = newValue }
  }

  /// The mentions that end with the last of `tokens` and lie inside them, the longest first.
  package func references(endOf tokens: TokenRange) -> [Reference] {
    (byEnd[tokens.end] ?? []).filter { tokens.contains($0.tokens) }
      .sorted { $0.tokens.count > $1.tokens.count }
  }

  /// All mentions inside a stretch of tokens, in text order.
  package func references(inside tokens: TokenRange) -> [Reference] {
    (tokens.start + 1..<tokens.end + 1).flatMap { byEnd[$0] ?? [] }
      .filter { tokens.contains($0.tokens) }
  }

  func entity(withKey key: String) -> EntityID? { byKey[key] }

  mutating func add(_ entity: Entity, key: String?) -> EntityID {
    let id = EntityID(entities.count)
    entities.append(entity)
    if let key { byKey[key] = id }
    return id
  }

  /// Records a mention; `type` is what it may fill a slot as, `shown` the part of it that names the entity.
  package mutating func mention(
    _ id: EntityID, _ tokens: TokenRange, _ form: MentionForm, rule: String, type: TypeID,
    shown: TokenRange? = nil
  ) {
    let reference = Reference(entity: id, type: type, tokens: tokens)
    guard !(byEnd[tokens.end] ?? []).contains(reference) else { return }
    byEnd[tokens.end, default: []].append(reference)
    let stretch = shown ?? tokens
    if self.shown.insert(Shown(entity: id, tokens: stretch)).inserted {
      entities[id.rawValue].mentions.append(
        Entity.Mention(tokens: stretch, form: form, rule: rule))
    }
  }
}
