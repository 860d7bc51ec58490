import Rules

/// What the events of a frame need to be mentioned in their sentence.
struct FrameNeeds: Sendable {
  var triggers: TriggerSet = []
  /// Participants, each another entity.
  private let participants: Int
  private let needsPlace: Bool
  /// By type: whether it may be a participant, and whether it may be the place.
  private let participantSlots: [EventSlot]
  private let placeSlots: [EventSlot]
  private let requiredSlots: [EventSlot]

  init(_ frame: EventFrame, _ schema: EventSchema) {
    participants = max(frame.minimum, schema.minimumSides(of: frame.kind))
    needsPlace = frame.needsPlace && !frame.takesPreviousPlace
    participantSlots = frame.slots.filter { $0.role == .participant }
    placeSlots = frame.slots.filter { $0.role == .place }
    requiredSlots = frame.slots.filter(\.isRequired)
  }

  /// Whether a sentence with these mentions, and words of these roles, has what the frame needs.
  func areMet(_ references: [EntityTable.Reference], _ roles: EventWords.Roles) -> Bool {
    hasParticipants(references)
      && (!needsPlace || !roles.isDisjoint(with: Self.placeWords)
        || Self.has(placeSlots, references))
      && requiredSlots.allSatisfy { Self.has([$0], references) }
  }

  /// Words that may stand for a place that another sentence names.
  private static let placeWords: EventWords.Roles = [.here, .there, .placeNoun]

  private static func has(_ slots: [EventSlot], _ references: [EntityTable.Reference]) -> Bool {
    references.contains { reference in slots.contains { $0.takes(reference.type) } }
  }

  private func hasParticipants(_ references: [EntityTable.Reference]) -> Bool {
    guard participants > 0 else { return true }
    var first: EntityID?
    var others = Set<EntityID>()
    for reference in references {
      guard reference.entity != first,
        participantSlots.contains(where: { $0.takes(reference.type) })
      else { continue }
      if first == nil { first = reference.entity } else { others.insert(reference.entity) }
      if others.count + 1 >= participants { return true }
    }
    return false
  }
}
