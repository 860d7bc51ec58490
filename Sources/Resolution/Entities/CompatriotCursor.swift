/// Which person of each country was mentioned last, as a text is read from token to token.
struct CompatriotCursor {
  private struct Mention {
    var start: Int
    var id: EntityID
    var country: String
  }

  /// The mentions in text order and the first of them that is not passed.
  private var mentions: [Mention] = []
  private var next = 0
  /// Those that were added on the way, in text order.
  private var later: [Mention] = []
  private var nextLater = 0
  private var last: [String: Mention] = [:]

  /// At the beginning of a text. O(n log n) in the mentions of people.
  init(_ entities: EntityTable) {
    for (number, entity) in entities.entities.enumerated() where entity.isPerson {
      guard let country = entity.country else { continue }
      for mention in entity.mentions {
        mentions.append(
          Mention(start: mention.tokens.start, id: EntityID(number), country: country))
      }
    }
    mentions.sort { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// Adds a mention that starts no earlier than the token that was asked for last. O(1).
  mutating func add(_ id: EntityID, at start: Int, _ entities: EntityTable) {
    let entity = entities[id]
    guard entity.isPerson, let country = entity.country else { return }
    later.append(Mention(start: start, id: id, country: country))
  }

  /// The person of a country who was mentioned last before a token, of several the first of the table; tokens are asked
  /// for in text order. O(mentions since the last time).
  mutating func last(of country: String, before token: Int) -> EntityID? {
    while next < mentions.count, mentions[next].start < token {
      pass(mentions[next])
      next += 1
    }
    while nextLater < later.count, later[nextLater].start < token {
      pass(later[nextLater])
      nextLater += 1
    }
    return last[country]?.id
  }

  private mutating func pass(_ mention: Mention) {
    if let known = last[mention.country] {
      guard (known.start, mention.id) < (mention.start, known.id) else { return }
    }
    last[mention.country] = mention
  }
}
