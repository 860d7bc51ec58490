/// A party of an event, with the entity of the corpus that it is.
struct LinkedParty {
  /// How two parties go together.
  enum Match {
    /// One and the same, by name or by country and office.
    case same
    /// One stands for the other, as a state does for who acts for it.
    case within
    case different
  }

  /// Its group, nil where the record names no entity.
  let group: Int?
  let isPerson: Bool
  let isNamed: Bool
  let isState: Bool
  let office: OfficeForm?
  let record: Extraction.Party
  /// The same for parties that are surely the same.
  let identity: String

  init(
    _ record: Extraction.Party, group: Int?, groups: [EntityGroup], vocabulary: LinkVocabulary
  ) {
    let kind = group.map { groups[$0].kind }
    self.record = record
    self.group = group
    isPerson =
      kind.map(vocabulary.people.contains) ?? (record.name != nil || record.office != nil)
    isState = kind.map(vocabulary.byCountry.contains) ?? (record.name == nil)
    isNamed = group.map { groups[$0].record.name != nil } ?? (record.name != nil)
    office = record.office.map(OfficeForm.init)
    let name = record.name.map { NameForm($0).joined }
    identity =
      group.map { "\($0)" }
      ?? [name ?? "", record.country ?? "", office?.key ?? ""].joined(separator: "|")
  }

  /// What else finds it: country and office, nil where one is missing.
  var holding: String? {
    guard isPerson, let country = record.country, let office else { return nil }
    return "\(country)|\(office.key)"
  }

  func match(_ other: LinkedParty) -> Match {
    if identity == other.identity { return .same }
    guard let country = record.country, country == other.record.country else { return .different }
    if isPerson, other.isPerson { return matchOffice(other) }
    return isPerson != other.isPerson || isState != other.isState ? .within : .different
  }

  private func matchOffice(_ other: LinkedParty) -> Match {
    if isNamed, other.isNamed { return .different }
    guard let office, let known = other.office else { return .within }
    return office == known ? .same : .different
  }

  /// How much it tells: a name more than an office, an office more than a state.
  private var weight: Int { (isPerson ? 2 : 0) + (isNamed ? 1 : 0) + (isState ? 0 : 1) }

  /// Of two that match, the one that tells more; of two alike this one.
  func fuller(_ other: LinkedParty) -> LinkedParty {
    guard other.weight == weight else { return other.weight > weight ? other : self }
    return office == nil && other.office != nil ? other : self
  }
}
