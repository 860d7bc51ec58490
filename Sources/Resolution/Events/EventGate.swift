package import Language
package import Rules
package import Text

/// Tells from the tokens of a sentence and whom it mentions which triggers may make an event there; one per worker.
///
/// Most sentences can hold none, and their clauses need not be known. What it tells is never less than what reading the
/// clauses would give.
package struct EventGate {
  private let schema: EventSchema
  private var signals: SignalTable
  /// The triggers that ask for no verb, for no preposition and for no pattern.
  private var withoutVerb = TriggerSet()
  private var withoutPreposition = TriggerSet()
  private var withoutPattern = TriggerSet()
  /// For each bit of a set of triggers the needs of their frames.
  private var needs: [[FrameNeeds]] = Array(repeating: [], count: UInt64.bitWidth)
  /// Scratch.
  private var mentions = Mentions()

  package init(
    _ program: Program, _ clauses: ClauseReader, _ schema: EventSchema, _ matcher: Matcher,
    _ vocabulary: Vocabulary
  ) {
    self.schema = schema
    signals = SignalTable(program, clauses, schema.words, matcher.readings, vocabulary)
    let byFrame = schema.frames.map { FrameNeeds($0, schema) }
    for (number, trigger) in program.triggers.enumerated() {
      let own = TriggerSet(number)
      needs[number & 63].append(byFrame[schema.triggers[number].frame])
      if case .noun = trigger { withoutVerb.formUnion(own) }
      if trigger.pattern == nil { withoutPattern.formUnion(own) }
      if schema.triggers[number].preposition == nil { withoutPreposition.formUnion(own) }
    }
  }

  /// What the words of a sentence allow, nil where they allow no event at all.
  package struct Chance {
    var triggers: TriggerSet
    var roles: EventWords.Roles
  }

  /// The chance of an event in a sentence as its words tell it; linear in their number.
  package mutating func chance(
    in sentence: TokenRange, of document: MatchDocument, _ matcher: inout Matcher
  ) -> Chance? {
    let found = signals.signals(in: sentence, of: document, &matcher)
    let triggers = found.verbs.union(withoutVerb)
      .intersection(found.prepositions.union(withoutPreposition))
      .intersection(found.patterns.union(withoutPattern))
    return triggers.isEmpty ? nil : Chance(triggers: triggers, roles: found.roles)
  }

  /// The triggers that may make an event, given whom their sentence mentions; none where it holds no event.
  ///
  /// A noun without parties of its own may continue an event near by or in the same sentence.
  package mutating func candidates(
    _ chance: Chance, _ references: EntityTable.References, mayContinue: Bool
  ) -> TriggerSet {
    mentions.fill(references)
    var result = TriggerSet()
    var rest = chance.triggers.rawValue
    while rest != 0 {
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      if needs[bit].contains(where: { $0.areMet(mentions, chance.roles) }) {
        result.formUnion(TriggerSet(bit))
      }
    }
    let mayPointBack =
      chance.roles.contains(.definite) && !chance.triggers.isDisjoint(with: withoutVerb)
    if mayPointBack, mayContinue || !result.isEmpty { return chance.triggers }
    return result
  }
}
