package import Language
package import Rules
package import Text

/// Tells from the tokens of a sentence and whom it mentions which triggers may make an event there; one per worker.
///
/// Most sentences can hold none, and their clauses need not be known. What it tells is never less than what reading the
/// clauses would give.
package struct EventGate {
  /// The triggers of frames that need the same.
  private struct Group {
    let needs: FrameNeeds
    var triggers: TriggerSet
  }

  /// What the words of a sentence allow.
  private struct Chance {
    /// Those whose own words are there, and those of them that may find what they need.
    var triggers: TriggerSet
    var filled: TriggerSet
    var roles: EventWords.Roles
  }

  private var signals: SignalTable
  /// The triggers that ask for no verb, for no preposition and for no pattern.
  private var withoutVerb = TriggerSet()
  private var withoutPreposition = TriggerSet()
  private var withoutPattern = TriggerSet()
  /// Those that need no certain preposition to be filled, and none for their place.
  private var withoutFiller = TriggerSet()
  private var withoutPlace = TriggerSet()
  private var groups: [Group] = []

  // What follows is of one document.
  private var standings: StandingTable
  /// By sentence; nil where nobody has asked yet.
  private var chances: [Chance?] = []
  /// Scratch.
  private var mentions = Mentions()

  package init(
    _ program: Program, _ clauses: ClauseReader, _ schema: EventSchema, _ matcher: Matcher,
    _ vocabulary: inout Vocabulary
  ) {
    standings = StandingTable(schema)
    signals = SignalTable(program, clauses, schema, matcher.readings, &vocabulary)
    let byFrame = schema.frames.map { FrameNeeds($0, schema) }
    var triggers: [FrameNeeds: TriggerSet] = [:]
    for (number, trigger) in program.triggers.enumerated() {
      let own = TriggerSet(number)
      let frame = schema.triggers[number].frame
      triggers[byFrame[frame], default: TriggerSet()].formUnion(own)
      if !trigger.isVerb { withoutVerb.formUnion(own) }
      if schema.frames[frame].fillingPrepositions(isVerb: trigger.isVerb) == nil {
        withoutFiller.formUnion(own)
      }
      if schema.frames[frame].placePrepositions(isVerb: trigger.isVerb) == nil {
        withoutPlace.formUnion(own)
      }
      if trigger.pattern == nil { withoutPattern.formUnion(own) }
      if schema.triggers[number].preposition == nil { withoutPreposition.formUnion(own) }
    }
    groups = triggers.map { Group(needs: $0.key, triggers: $0.value) }
  }

  /// Begins a document. O(its entities).
  package mutating func begin(_ source: ClauseSource, _ entities: EntityTable) {
    standings.fill(entities)
    chances.removeAll(keepingCapacity: true)
    chances += repeatElement(nil, count: source.sentences.count)
  }

  /// The triggers that may make an event in a sentence, given whom it mentions; none where it holds no event.
  ///
  /// A noun without parties of its own may continue an event near by or in the same sentence. Linear in the tokens of the
  /// sentence.
  package mutating func candidates(
    in sentence: Int, of source: ClauseSource, _ entities: EntityTable, mayContinue: Bool,
    _ matcher: inout Matcher
  ) -> TriggerSet {
    mentions.fill(source.sentences[sentence], entities, standings)
    let (whole, placeless) = triggersByMentions()
    guard mayContinue || !placeless.isEmpty else { return TriggerSet() }
    let chance = chance(in: sentence, of: source, &matcher)
    let hasPlaceWord = !chance.roles.isDisjoint(with: Self.placeWords)
    let result = chance.filled.intersection(hasPlaceWord ? placeless : whole)
    let mayPointBack =
      chance.roles.contains(.definite) && !chance.triggers.isDisjoint(with: withoutVerb)
    return mayPointBack && (mayContinue || !result.isEmpty) ? chance.triggers : result
  }

  /// Words that may stand for a place that another sentence names.
  private static let placeWords: EventWords.Roles = [.here, .there, .placeNoun]

  /// The triggers for which the sentence mentions all that their frames need, and those for which it may lack a place.
  private mutating func triggersByMentions() -> (whole: TriggerSet, placeless: TriggerSet) {
    var (whole, placeless) = (TriggerSet(), TriggerSet())
    for number in groups.indices {
      let answer = groups[number].needs.answer(of: &mentions)
      if answer != .nothing { placeless.formUnion(groups[number].triggers) }
      if answer == .all { whole.formUnion(groups[number].triggers) }
    }
    return (whole, placeless)
  }

  private mutating func chance(
    in sentence: Int, of source: ClauseSource, _ matcher: inout Matcher
  ) -> Chance {
    if let known = chances[sentence] { return known }
    let found = signals.signals(
      in: source.sentences[sentence], of: source.document, &matcher)
    let triggers = found.verbs.union(withoutVerb)
      .intersection(found.prepositions.union(withoutPreposition))
      .intersection(found.patterns.union(withoutPattern))
    let filled = triggers.intersection(found.fillers.union(withoutFiller))
      .intersection(found.places.union(withoutPlace))
    let chance = Chance(triggers: triggers, filled: filled, roles: found.roles)
    chances[sentence] = chance
    return chance
  }
}
