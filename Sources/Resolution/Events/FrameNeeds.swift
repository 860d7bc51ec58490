import Rules

/// What the events of a frame need to be mentioned in their sentence.
struct FrameNeeds: Hashable {
  /// What the mentions of a sentence have of it.
  enum Answer {
    case nothing
    /// All but the place, for which a word may stand that points to another sentence.
    case allButPlace
    case all
  }

  /// Participants, each another entity, and the sides that they are on.
  private let participants: Int
  private let sides: Int
  private let participantTypes: MentionedTypes
  /// Those that may be its place; nil where it needs none or may have that of another event.
  private let placeTypes: MentionedTypes?
  /// One for each slot that must be filled.
  private let required: [MentionedTypes]
  /// Somebody who acts for a state goes there, and it is abroad.
  private let isJourney: Bool

  init(_ frame: EventFrame, _ schema: EventSchema) {
    func types(_ slots: [EventSlot]) -> MentionedTypes {
      slots.reduce(into: MentionedTypes()) { $0.formUnion($1.types) }
    }
    participants = frame.minimum
    sides = schema.minimumSides(of: frame.kind)
    participantTypes = types(frame.slots.filter { $0.role == .participant })
    placeTypes = frame.needsOwnPlace ? types(frame.slots.filter { $0.role == .place }) : nil
    required = frame.slots.filter(\.isRequired).map(\.types)
    isJourney = frame.needsPlace && schema.journeys.contains(frame.kind)
  }

  /// How far the mentions of a sentence meet the needs.
  func answer(of mentions: inout Mentions) -> Answer {
    guard min(sides, 2) <= mentions.sides,
      !isJourney || !mentions.officialTypes.isDisjoint(with: participantTypes),
      participants == 0 || !mentions.types.isDisjoint(with: participantTypes),
      mentions.hasSides(sides, of: participantTypes),
      mentions.has(participants, of: participantTypes),
      required.allSatisfy({ !mentions.types.isDisjoint(with: $0) })
    else { return .nothing }
    guard let placeTypes else { return .all }
    let hasPlace =
      isJourney
      ? mentions.hasPlace(of: placeTypes, abroadTo: participantTypes)
      : !mentions.types.isDisjoint(with: placeTypes)
    return hasPlace ? .all : .allButPlace
  }
}
