import Rules
import Text

/// A frame of a pack with everything looked up that the reading of events asks of it.
final class EventFrame: Sendable {
  /// Where the frame stands in the pack: `pack/file.frame`.
  let path: String
  /// The kind of its events, as records call it.
  let kind: String
  let slots: [EventSlot]
  /// Participants that an event must have.
  let minimum: Int
  let needsPlace: Bool
  let refusesInfinitive: Bool
  let refusesPlace: Bool
  let subkind: String?
  let status: String?
  /// An event may take the place of one before it.
  let takesPreviousPlace: Bool
  /// The slots of its place.
  private let places: [EventSlot]
  /// Where a place is looked for.
  let placeSources: [CompiledSlot.Source]

  init(_ frame: CompiledFrame, in program: Program) {
    func setting(_ field: String) -> String? {
      frame.settings.last { $0.field == field }?.value
    }
    path = frame.path
    kind = program.types[frame.type.rawValue].name.lowercased()
    slots = frame.slots.map { EventSlot($0, types: program.types.count) }
    minimum = frame.minimum
    needsPlace = frame.needsPlace
    refusesInfinitive = frame.refusesInfinitive
    refusesPlace = frame.refusesPlace
    subkind = setting("subkind")
    status = frame.settings.first { $0.field == "status" }?.value
    places = slots.filter { $0.role == .place }
    takesPreviousPlace = places.contains(where: \.takesPrevious)
    placeSources = places.flatMap(\.sources)
  }
  /// It has a place of its own sentence, or of one that a word points to.
  var needsOwnPlace: Bool { needsPlace && !takesPreviousPlace }

  /// The prepositions one of which must stand in a sentence to fill some slot that must be filled; nil where none need.
  func fillingPrepositions(isVerb: Bool) -> [TokenID]? {
    slots.lazy.filter(\.isRequired).compactMap { $0.prepositions(isVerb: isVerb) }.first
  }

  /// The same for the place that it needs.
  func placePrepositions(isVerb: Bool) -> [TokenID]? {
    guard needsOwnPlace else { return nil }
    var result: [TokenID] = []
    for slot in places {
      guard let own = slot.prepositions(isVerb: isVerb) else { return nil }
      result += own
    }
    return result
  }
}
