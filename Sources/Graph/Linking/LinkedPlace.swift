/// A place of an event, with the entity of the corpus that it is.
struct LinkedPlace {
  let group: Int?
  let name: NameForm?
  /// It is a whole country.
  let isState: Bool
  let record: Extraction.Place

  init(
    _ record: Extraction.Place, group: Int?, groups: [EntityGroup], vocabulary: LinkVocabulary
  ) {
    self.record = record
    self.group = group
    name = record.name.map(NameForm.init)
    isState = group.map { vocabulary.byCountry.contains(groups[$0].kind) } ?? (record.name == nil)
  }

  /// Whether one of the places may contain the other, as far as names and countries tell.
  func contains(orIsIn other: LinkedPlace) -> Bool {
    if let group, group == other.group { return true }
    let countries = [record.country, other.record.country].compactMap { $0 }
    guard countries.count < 2 || countries[0] == countries[1] else { return false }
    if countries.count == 2, isState || other.isState { return true }
    guard let one = name?.parts, let two = other.name?.parts, !one.isEmpty, !two.isEmpty else {
      return false
    }
    let (short, long) = one.count < two.count ? (one, two) : (two, one)
    return short.allSatisfy(long.contains)
  }

  /// Of two that agree, the smaller place; of two alike this one.
  func nearer(_ other: LinkedPlace) -> LinkedPlace { isState && !other.isState ? other : self }
}
