import Language
import Rules
import Text

/// Reads what the grammar of a clause says of an event, by the pack's claims.
struct ClaimReader {
  let program: Program
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

  /// The claim that holds first for a field, nil where none does.
  func claim(
    of field: String, clauses: [ClauseID], isDetached: Bool
  ) -> CompiledClaim? {
    let chain = isDetached ? [] : clauses.flatMap { self.chain(from: $0) }
    return program.claims.first { claim in
      claim.field == field && claim.conditions.allSatisfy { holds($0, chain) }
    }
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

  private func holds(
    _ condition: ClaimCondition, _ chain: [Clause]
  ) -> Bool {
    let values = values(of: condition.property, chain)
    return values.contains(where: condition.values.contains) != condition.isNegated
  }

  private func values(
    of property: ClaimCondition.Property, _ chain: [Clause]
  ) -> [String] {
    func word(_ token: TokenID?) -> [String] { token.map { [vocabulary.spelling($0)] } ?? [] }
    // A verb that triggers is not its own governor; a noun's verb is.
    let governors = isVerb ? chain.dropFirst() : chain[...]
    switch property {
    case .tense: return chain.first.map { [$0.group.tense.rawValue] } ?? ["none"]
    case .form: return chain.first.map { [$0.group.form.rawValue] } ?? ["none"]
    case .aspect: return chain.first.map { [$0.group.aspect.rawValue] } ?? []
    case .voice: return chain.first.map { [$0.group.voice.rawValue] } ?? []
    case .modal: return chain.flatMap { word($0.group.modal) }
    case .negated: return [chain.contains { $0.group.isNegated } ? "yes" : "no"]
    case .marker: return chain.flatMap { word($0.marker) }
    case .governor:
      let carriers = chain.compactMap(\.carrier).flatMap { structure[$0].heads.map(\.lemma) }
      return (governors.map(\.lemma) + carriers).flatMap { word($0) }
    case .carried: return [chain.first?.carrier == nil ? "no" : "yes"]
    case .modifier: return modifiers.map { vocabulary.spelling(vocabulary.folded($0)) }
    case .trigger: return [isVerb ? "verb" : "noun"]
    case .when: return [when]
    }
  }
}
