import Rules

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
    let places = slots.filter { $0.role == .place }
    takesPreviousPlace = places.contains(where: \.takesPrevious)
    placeSources = places.flatMap(\.sources)
  }
}
