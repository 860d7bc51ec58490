package import Rules
package import Text

/// The entities of one document and where it mentions them.
package struct EntityTable: Sendable {
  /// A mention by its tokens: which entity, and as which type it may fill a slot.
  package struct Reference: Sendable, Hashable {
    package var entity: EntityID
    package var type: TypeID
    package var tokens: TokenRange

    /// Whether another mention is of the same entity and may fill the same slots.
    func isSame(_ other: Reference) -> Bool { entity == other.entity && type == other.type }
  }

  package private(set) var entities: [Entity] = []
  private(set) var references: [Reference] = []
  /// The references by the end of their tokens.
  private(set) var referencesByEnd: TokenChains
  /// The stretches that are mentions of each entity already, by their ends.
  private var shown: [Shown] = []
  private var shownByEnd: TokenChains

  private struct Shown: Hashable {
    var entity: EntityID
    var tokens: TokenRange
  }

  /// A table without entities for a text of so many tokens.
  init(tokenCount: Int) {
    referencesByEnd = TokenChains(tokenCount: tokenCount)
    shownByEnd = TokenChains(tokenCount: tokenCount)
  }

  package subscript(id: EntityID) -> Entity {
    get { entities[id.rawValue] }
    set { entities[id.rawValue] = newValue }
    _modify { yield &entities[id.rawValue] }
  }

  /// Makes room for so many mentions.
  mutating func reserveCapacity(_ mentions: Int) {
    entities.reserveCapacity(mentions / 2)
    references.reserveCapacity(mentions)
    shown.reserveCapacity(mentions)
    referencesByEnd.reserveCapacity(mentions)
    shownByEnd.reserveCapacity(mentions)
  }

  mutating func add(_ entity: Entity) -> EntityID {
    let id = EntityID(entities.count)
    entities.append(entity)
    return id
  }

  /// Records a mention; `type` is what it may fill a slot as, `shown` the part of it that names the entity.
  ///
  /// Whether the entity was not mentioned there before. O(mentions that end with the same token).
  @discardableResult
  package mutating func mention(
    _ id: EntityID, _ tokens: TokenRange, _ form: MentionForm, rule: String, type: TypeID,
    shown: TokenRange? = nil
  ) -> Bool {
    let reference = Reference(entity: id, type: type, tokens: tokens)
    guard !isKnown(reference) else { return false }
    references.append(reference)
    referencesByEnd.append(at: tokens.end)
    let stretch = Shown(entity: id, tokens: shown ?? tokens)
    guard !isShown(stretch) else { return false }
    self.shown.append(stretch)
    shownByEnd.append(at: stretch.tokens.end)
    entities[id.rawValue].mentions.append(
      Entity.Mention(tokens: stretch.tokens, form: form, rule: rule))
    return true
  }

  private func isKnown(_ reference: Reference) -> Bool {
    var number = referencesByEnd.first(at: reference.tokens.end)
    while let known = number {
      if references[known] == reference { return true }
      number = referencesByEnd.next(after: known)
    }
    return false
  }

  private func isShown(_ stretch: Shown) -> Bool {
    var number = shownByEnd.first(at: stretch.tokens.end)
    while let known = number {
      if shown[known] == stretch { return true }
      number = shownByEnd.next(after: known)
    }
    return false
  }
}
