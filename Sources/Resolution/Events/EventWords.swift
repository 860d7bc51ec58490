import Rules
import Text

/// The words of a pack's schema that the reading of events asks for, looked up by the id of a lemma or folded word.
struct EventWords: Sendable {
  /// What a word may do.
  struct Roles: OptionSet, Hashable {
    let rawValue: UInt32

    /// The preposition that names the agent of a passive.
    static let agent = Roles(rawValue: 1 << 0)
    /// Prepositions through which a group stands for its members ("envoys of", "officials from").
    static let transparent = Roles(rawValue: 1 << 1)
    /// Prepositions that say who leads a group ("a team under Orlov").
    static let leadingPreposition = Roles(rawValue: 1 << 2)
    /// Verbs that say who leads a group.
    static let leadingVerb = Roles(rawValue: 1 << 3)
    /// Verbs of those who stand outside of an event ("urged talks", "brokered a meeting").
    static let outside = Roles(rawValue: 1 << 4)
    /// Nouns of groups that stand for whose they are.
    static let group = Roles(rawValue: 1 << 5)
    /// The words for the place of writing and for the place spoken of last.
    static let here = Roles(rawValue: 1 << 6)
    static let there = Roles(rawValue: 1 << 7)
    /// Nouns for a place that was told ("the capital"), and the prepositions that make a state a place.
    static let placeNoun = Roles(rawValue: 1 << 8)
    static let placePreposition = Roles(rawValue: 1 << 9)
    /// Words that hang a clause on the time before it ("in May, when they met").
    static let then = Roles(rawValue: 1 << 10)
    /// Words that tell one event from another of the same parties ("again").
    static let separating = Roles(rawValue: 1 << 11)
    /// Words that say that each of several had an event of his own ("separately").
    static let distributing = Roles(rawValue: 1 << 12)
    /// Forms of verbs of leaving and ending, whose date is a journey's last ("wrapped up a two-day visit").
    static let ending = Roles(rawValue: 1 << 13)
    /// Adverbs of what happens many times and is no event ("they often meet").
    static let habitual = Roles(rawValue: 1 << 14)
    /// Determiners that point back ("the", "their").
    static let definite = Roles(rawValue: 1 << 15)
    /// Prepositions through which a verb speaks of an event ("invited to talks"); behind others an event is only the
    /// occasion of what the verb says ("said during a meeting").
    static let governing = Roles(rawValue: 1 << 16)
  }

  /// By id.
  private var roles = SparseTable<Roles>()

  /// Reads the schema; words that the vocabulary does not have are new in it.
  init(_ schema: [String: [String]], _ vocabulary: inout Vocabulary) {
    let keys: [(key: String, role: Roles)] = [
      ("transparent_prepositions", .transparent), ("leading_prepositions", .leadingPreposition),
      ("leading_verbs", .leadingVerb), ("outside_verbs", .outside), ("group_nouns", .group),
      ("there", .there), ("place_nouns", .placeNoun), ("place_prepositions", .placePreposition),
      ("then", .then), ("separating", .separating), ("distributing", .distributing),
      ("ending_verbs", .ending), ("habitual", .habitual), ("definite", .definite),
      ("governing_prepositions", .governing),
    ]
    for (key, role) in keys {
      for word in schema[key] ?? [] { add(role, to: vocabulary.intern(word)) }
    }
    for (key, role) in [("agent", Roles.agent), ("here", .here)] {
      if let word = schema[key]?.first { add(role, to: vocabulary.intern(word)) }
    }
  }

  private mutating func add(_ role: Roles, to word: TokenID) {
    roles[word.rawValue, default: Roles()].insert(role)
  }

  /// The roles of a lemma or folded word. O(1).
  subscript(word: TokenID) -> Roles { roles[word.rawValue, default: Roles()] }

  /// All words that have roles, in the order of their ids.
  var all: [(word: TokenID, roles: Roles)] {
    roles.entries.map { (TokenID($0.number), $0.value) }
  }

  func has(_ word: TokenID, _ role: Roles) -> Bool { self[word].contains(role) }
}
