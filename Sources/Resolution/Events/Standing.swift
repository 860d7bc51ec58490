/// For whom an entity acts, in numbers that compare without its strings.
struct Standing {
  /// Equal for entities of one side, nil for who is on none.
  var side: Int?
  /// Equal for entities of one country, nil where it is not known.
  var country: Int?
  /// Acts for a state.
  var isOfficial: Bool
}

/// The standings of a document's entities; one per worker.
struct StandingTable {
  private let schema: EventSchema
  /// By entity.
  private var standings: [Standing] = []
  /// The countries of all documents so far, numbered.
  private var countries: [String: Int] = [:]

  /// Far more than there are countries and organisations in any pack.
  private static let capacity = 1 << 14

  init(_ schema: EventSchema) { self.schema = schema }

  subscript(entity: EntityID) -> Standing { standings[entity.rawValue] }

  /// Takes the entities of another document. O(entities).
  mutating func fill(_ entities: EntityTable) {
    if countries.count > Self.capacity { countries.removeAll() }
    standings.removeAll(keepingCapacity: true)
    for (number, entity) in entities.entities.enumerated() {
      let country = entity.country.map { self.number(of: $0) }
      let isOfficial = schema.isOfficial(entity)
      // Sides without a country are told apart by their names, so that to take each for its own is never too little.
      let side = country ?? (schema.side(of: entity) == nil ? nil : -1 - number)
      standings.append(Standing(side: side, country: country, isOfficial: isOfficial))
    }
  }

  private mutating func number(of country: String) -> Int {
    if let known = countries[country] { return known }
    let number = countries.count
    countries[country] = number
    return number
  }
}
