import Rules

/// What the events of a frame need to be mentioned in their sentence.
final class FrameNeeds: Sendable {
  /// Participants, each another entity.
  private let participants: Int
  private let participantTypes: MentionedTypes
  /// Those that may be its place; nil where it needs none.
  private let placeTypes: MentionedTypes?
  /// One for each slot that must be filled.
  private let required: [MentionedTypes]

  init(_ frame: EventFrame, _ schema: EventSchema) {
    func types(_ slots: [EventSlot]) -> MentionedTypes {
      slots.reduce(into: MentionedTypes()) { $0.formUnion($1.types) }
    }
    participants = max(frame.minimum, schema.minimumSides(of: frame.kind))
    participantTypes = types(frame.slots.filter { $0.role == .participant })
    let needsPlace = frame.needsPlace && !frame.takesPreviousPlace
    placeTypes = needsPlace ? types(frame.slots.filter { $0.role == .place }) : nil
    required = frame.slots.filter(\.isRequired).map(\.types)
  }

  /// Whether a sentence with these mentions, and words of these roles, has what the frame needs.
  func areMet(_ mentions: Mentions, _ roles: EventWords.Roles) -> Bool {
    if let placeTypes, roles.isDisjoint(with: Self.placeWords),
      mentions.types.isDisjoint(with: placeTypes)
    {
      return false
    }
    return mentions.has(participants, of: participantTypes)
      && required.allSatisfy { !mentions.types.isDisjoint(with: $0) }
  }

  /// Words that may stand for a place that another sentence names.
  private static let placeWords: EventWords.Roles = [.here, .there, .placeNoun]
}
