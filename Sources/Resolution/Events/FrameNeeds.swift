import Rules

/// What the events of a frame need to be mentioned in their sentence.
final class FrameNeeds: Sendable {
  let triggers: TriggerSet
  /// Participants, each another entity.
  private let participants: Int
  private let needsPlace: Bool
  private let participantSlots: [EventSlot]
  private let placeSlots: [EventSlot]
  private let requiredSlots: [EventSlot]

  init(_ frame: EventFrame, _ triggers: TriggerSet, _ schema: EventSchema) {
    self.triggers = triggers
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
    var found: [EntityID] = []
    for reference in references where found.count < participants {
      if !found.contains(reference.entity),
        participantSlots.contains(where: { $0.takes(reference.type) })
      {
        found.append(reference.entity)
      }
    }
    return found.count >= participants
  }
}
