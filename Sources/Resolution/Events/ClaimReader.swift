import Language
import Rules
import Text

/// Reads what the grammar of a clause says of an event, by the pack's claims.
struct ClaimReader {
  let vocabulary: Vocabulary
  let structure: ClauseStructure
  /// Whether a verb triggered the event.
  var isVerb = true
  /// Words before the noun that triggered it ("a planned visit").
  var modifiers: [TokenID] = []
  /// Where the event's date lies against the document's.
  var when = ""

  /// Governing clauses that are looked at, from the event's own clause upward.
  private static let levels = 4

  /// The first claim that holds of the clauses that say something of the event, nil where none does.
  func claim(among claims: [EventClaim], _ chain: [Clause]) -> EventClaim? {
    claims.first { claim in claim.conditions.allSatisfy { holds($0, chain) } }
  }

  /// The event's clause and those that govern it through infinitives, complements and participles, or say something
  /// of the noun that an infinitive belongs to ("her request to see Sato was turned down").
  func chain(from clause: ClauseID?) -> [Clause] {
    var result: [Clause] = []
    var next = clause
    while let id = next, result.count < Self.levels {
      let clause = structure[id]
      result.append(clause)
      if let carrier = clause.carrier {
        result += structure.clauses.filter {
          $0.subject == carrier && !$0.isSubjectShared && $0.verb != clause.verb
        }
      }
      switch clause.relation {
      case .infinitive, .complement, .participial: next = clause.governor
      case .main, .coordinated, .relative, .adverbial: next = nil
      }
    }
    return result
  }

  private func holds(_ condition: EventClaim.Condition, _ chain: [Clause]) -> Bool {
    isMet(condition, chain) != condition.isNegated
  }

  private func isMet(_ condition: EventClaim.Condition, _ chain: [Clause]) -> Bool {
    func has(_ value: String?) -> Bool { value.map(condition.values.contains) ?? false }
    func hasWord(_ word: TokenID?) -> Bool { word.map(condition.words.contains) ?? false }
    let own = chain.first
    switch condition.property {
    case .tense: return has(own?.group.tense.rawValue ?? Self.none)
    case .form: return has(own?.group.form.rawValue ?? Self.none)
    case .aspect: return has(own?.group.aspect.rawValue)
    case .voice: return has(own?.group.voice.rawValue)
    case .modal: return chain.contains { hasWord($0.group.modal) }
    case .negated: return has(Self.flag(chain.contains { $0.group.isNegated }))
    case .marker: return chain.contains { hasWord($0.marker) }
    case .governor: return governs(chain, hasWord)
    case .carried: return has(Self.flag(own?.carrier != nil))
    case .modifier: return modifiers.contains { hasWord(vocabulary.folded($0)) }
    case .trigger: return has(isVerb ? "verb" : "noun")
    case .when: return has(when)
    }
  }

  /// Whether a governor is one of some words. A verb that triggers is not its own governor; a noun's verb is, and what
  /// carries an infinitive.
  private func governs(_ chain: [Clause], _ isOne: (TokenID?) -> Bool) -> Bool {
    (isVerb ? chain.dropFirst() : chain[...]).contains { isOne($0.lemma) }
      || chain.contains { clause in
        clause.carrier.map { structure.heads(of: $0).contains { isOne($0.lemma) } } ?? false
      }
  }

  private static let none = "none"

  private static func flag(_ isSet: Bool) -> String { isSet ? "yes" : "no" }
}
