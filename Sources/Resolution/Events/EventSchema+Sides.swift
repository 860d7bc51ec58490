/// For whom somebody acts, as events between states ask it.
extension EventSchema {
  /// Whether somebody acts for a state; to a pack without states everybody does.
  func isOfficial(_ entity: Entity) -> Bool {
    countries.isEmpty || !people.contains(entity.kind) || entity.office != nil && !entity.isPrivate
  }

  /// A country, an organisation without one, or somebody in office whose country is not known; nil for private people.
  func side(of entity: Entity) -> String? {
    if let country = entity.country { return country }
    guard people.contains(entity.kind) else { return entity.name }
    return isOfficial(entity) ? "" : nil
  }
}
