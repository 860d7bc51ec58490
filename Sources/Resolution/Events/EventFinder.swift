package import Language
package import Rules
import Text

/// Finds the triggers of frames in the clauses of one sentence.
///
/// Events compete by trigger, fillers are shared. Linear in the number of clauses and nouns.
package struct EventFinder {
  /// A noun: a head of a phrase.
  struct Noun {
    var phrase: PhraseID
    var head: HeadID
  }

  /// A trigger with what it is read from.
  package struct Occurrence {
    /// The place of the frame among all.
    var frame: Int
    var trigger: TokenRange
    /// The clause whose verb triggers, or in which the noun stands.
    var clause: ClauseID?
    /// All clauses that say something of the noun.
    var clauses: [ClauseID] = []
    /// The noun that triggers, or the object that the verb trigger names.
    var noun: Noun?
    var isVerb: Bool
  }

  /// A trigger that some verb or noun has.
  private struct Hit {
    var trigger: Int
    /// The clause by its number, or the noun by its place among those that trigger something.
    var place: Int
  }

  let schema: EventSchema
  let source: ClauseSource
  let structure: ClauseStructure
  /// The triggers that the sentence may have.
  let candidates: TriggerSet

  package init(
    schema: EventSchema, source: ClauseSource, structure: ClauseStructure, candidates: TriggerSet
  ) {
    self.schema = schema
    self.source = source
    self.structure = structure
    self.candidates = candidates
  }

  /// All occurrences of triggers in the sentence, verbs first, each in the order of the frames.
  package func occurrences(_ matcher: inout Matcher) -> [Occurrence] {
    verbOccurrences(&matcher) + nounOccurrences(&matcher)
  }

  /// By trigger, then in text order.
  private static func sorted(_ hits: [Hit]) -> [Hit] {
    hits.sorted { ($0.trigger, $0.place) < ($1.trigger, $1.place) }
  }

  private func verbOccurrences(_ matcher: inout Matcher) -> [Occurrence] {
    var hits: [Hit] = []
    for index in structure.clauses.indices {
      for trigger in schema.triggers.verbs(structure.clauses[index].lemma)
      where candidates.contains(trigger) {
        hits.append(Hit(trigger: trigger, place: index))
      }
    }
    var result: [Occurrence] = []
    for hit in Self.sorted(hits) {
      let trigger = schema.triggers[hit.trigger]
      let (id, clause) = (ClauseID(hit.place), structure.clauses[hit.place])
      guard !schema.frames[trigger.frame].refusesInfinitive || !governsInfinitive(id) else {
        continue
      }
      var noun: Noun?
      if let pattern = trigger.pattern {
        noun = self.noun(of: clause, trigger.preposition, matching: pattern, &matcher)
        guard noun != nil else { continue }
      }
      result.append(
        Occurrence(
          frame: trigger.frame, trigger: clause.verb, clause: id, noun: noun, isVerb: true))
    }
    return result
  }

  private func nounOccurrences(_ matcher: inout Matcher) -> [Occurrence] {
    let candidates = candidates.intersection(schema.triggers.ofNouns)
    guard !candidates.isEmpty else { return [] }
    var hits: [Hit] = []
    var nouns: [Noun] = []
    for index in structure.phrases.indices {
      for head in structure.headIDs(of: PhraseID(index)) {
        let count = hits.count
        for pattern in triggers(of: candidates, endOf: head, &matcher) {
          for trigger in schema.triggers.nouns(pattern) {
            hits.append(Hit(trigger: trigger, place: nouns.count))
          }
        }
        if hits.count > count { nouns.append(Noun(phrase: PhraseID(index), head: head)) }
      }
    }
    return Self.sorted(hits).map { hit in
      let noun = nouns[hit.place]
      return Occurrence(
        frame: schema.triggers[hit.trigger].frame, trigger: structure[noun.head].tokens,
        clause: governing(noun.phrase), clauses: clauses(of: noun.phrase), noun: noun,
        isVerb: false)
    }
  }

  /// The object of a verb, or what it has under a preposition, that ends in a pattern.
  private func noun(
    of clause: Clause, _ preposition: TokenID?, matching pattern: CompiledPattern,
    _ matcher: inout Matcher
  ) -> Noun? {
    guard let preposition else {
      for phrase in objects(of: clause) {
        if let noun = noun(in: phrase, matching: pattern, &matcher) { return noun }
      }
      return nil
    }
    for oblique in structure.obliques(of: clause) where oblique.preposition == preposition {
      if let noun = noun(in: oblique.phrase, matching: pattern, &matcher) { return noun }
    }
    return nil
  }

  private func noun(
    in phrase: PhraseID, matching pattern: CompiledPattern, _ matcher: inout Matcher
  ) -> Noun? {
    for head in structure.headIDs(of: phrase)
    where triggers(of: candidates, endOf: head, &matcher).contains(pattern) {
      return Noun(phrase: phrase, head: head)
    }
    return nil
  }

  /// The patterns of triggers that a head ends in; none where it surely ends in none of some.
  private func triggers(
    of candidates: TriggerSet, endOf head: HeadID, _ matcher: inout Matcher
  ) -> [CompiledPattern] {
    let tokens = structure[head].tokens
    guard
      !matcher.triggers(mayEndIn: tokens.end - 1, of: source.document).isDisjoint(with: candidates)
    else { return [] }
    return matcher.triggers(endOf: tokens, of: source.document, store: source.store)
  }

  private func governsInfinitive(_ id: ClauseID) -> Bool {
    structure.clauses.contains { $0.relation == .infinitive && $0.governor == id }
  }

  /// What a verb acts on: its objects, or the subject of a passive.
  private func objects(of clause: Clause) -> [PhraseID] {
    clause.group.voice == .passive
      ? clause.subject.map { [$0] } ?? [] : Array(structure.objects(of: clause))
  }

  /// Every clause in which a phrase is subject or object.
  private func clauses(of phrase: PhraseID) -> [ClauseID] {
    structure.clauses.indices.filter {
      let clause = structure.clauses[$0]
      return clause.subject == phrase || structure.objects(of: clause).contains(phrase)
    }.map { ClauseID($0) }
  }

  /// The clause in which a phrase is subject, object or oblique; the complement of a noun goes with that noun.
  private func governing(_ phrase: PhraseID) -> ClauseID? {
    let tokens = structure[phrase].tokens
    var best: ClauseID?
    for index in structure.clauses.indices {
      let clause = structure.clauses[index]
      let isOwn =
        clause.subject == phrase && !clause.isSubjectShared
        || structure.objects(of: clause).contains(phrase)
        || structure.obliques(of: clause).contains { $0.phrase == phrase }
      if isOwn { return ClauseID(index) }
      if clause.tokens.contains(tokens) { best = ClauseID(index) }
    }
    return best
  }
}
