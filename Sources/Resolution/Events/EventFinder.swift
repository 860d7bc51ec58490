import Language
import Rules
import Text

/// Fills the frames of a pack from the clauses of one sentence.
///
/// Events compete by trigger, fillers are shared. Linear in the number of clauses times frames.
struct EventFinder {
  /// A trigger with what it is read from.
  struct Occurrence {
    var frame: CompiledFrame
    var trigger: TokenRange
    /// The clause whose verb triggers, or in which the noun stands.
    var clause: ClauseID?
    /// All clauses that say something of the noun.
    var clauses: [ClauseID] = []
    /// The noun that triggers, or the object that the verb trigger names.
    var noun: (phrase: PhraseID, head: Int)?
    var isVerb: Bool
  }

  let program: Program
  let document: MatchDocument
  let store: AnnotationStore
  let structure: ClauseStructure
  let entities: EntityTable
  let vocabulary: Vocabulary
  /// All frames of the program, in order.
  let frames: [CompiledFrame]

  /// All occurrences of triggers in the sentence, verbs first, each in the order of the frames.
  func occurrences(_ matcher: inout Matcher) -> [Occurrence] {
    var result: [Occurrence] = []
    for index in frames.indices { result += verbOccurrences(of: frames[index], &matcher) }
    let heads = triggeringHeads(&matcher)
    guard !heads.isEmpty else { return result }
    for index in frames.indices { result += nounOccurrences(of: frames[index], heads) }
    return result
  }

  /// A noun with the triggers that it ends in, by the numbers of their patterns.
  private typealias TriggeringHead = (phrase: PhraseID, head: Int, triggers: [CompiledPattern])

  private func triggeringHeads(_ matcher: inout Matcher) -> [TriggeringHead] {
    var result: [TriggeringHead] = []
    for phrase in structure.phrases.indices {
      for head in structure.phrases[phrase].heads.indices {
        let triggers = matcher.triggers(
          endOf: structure.phrases[phrase].heads[head].tokens, of: document, store: store)
        if !triggers.isEmpty { result.append((PhraseID(phrase), head, triggers)) }
      }
    }
    return result
  }

  private func verbOccurrences(
    of frame: CompiledFrame, _ matcher: inout Matcher
  ) -> [Occurrence] {
    var result: [Occurrence] = []
    for case .verb(let lemmas, let preposition, let pattern) in frame.triggers {
      for index in structure.clauses.indices where lemmas.contains(structure.clauses[index].lemma) {
        let clause = structure.clauses[index]
        guard !frame.refusesInfinitive || !governsInfinitive(ClauseID(index)) else { continue }
        var noun: (phrase: PhraseID, head: Int)?
        if let pattern {
          let phrases =
            preposition.map { word in
              clause.obliques.filter { $0.preposition == word }.map(\.phrase)
            } ?? objects(of: clause)
          noun = head(in: phrases, matching: pattern, &matcher)
          guard noun != nil else { continue }
        }
        result.append(
          Occurrence(
            frame: frame, trigger: clause.verb, clause: ClauseID(index), noun: noun, isVerb: true))
      }
    }
    return result
  }

  private func nounOccurrences(
    of frame: CompiledFrame, _ heads: [TriggeringHead]
  ) -> [Occurrence] {
    var result: [Occurrence] = []
    for case .noun(let pattern) in frame.triggers {
      for (phrase, head, triggers) in heads where triggers.contains(pattern) {
        result.append(
          Occurrence(
            frame: frame, trigger: structure[phrase].heads[head].tokens, clause: governing(phrase),
            clauses: clauses(of: phrase), noun: (phrase, head), isVerb: false))
      }
    }
    return result
  }

  private func head(
    in phrases: [PhraseID], matching pattern: CompiledPattern, _ matcher: inout Matcher
  ) -> (phrase: PhraseID, head: Int)? {
    for phrase in phrases {
      for head in structure[phrase].heads.indices
      where matcher.matches(
        pattern, endOf: structure[phrase].heads[head].tokens, of: document, store: store)
      {
        return (phrase, head)
      }
    }
    return nil
  }

  private func governsInfinitive(_ id: ClauseID) -> Bool {
    structure.clauses.contains { $0.relation == .infinitive && $0.governor == id }
  }

  /// What a verb acts on: its objects, or the subject of a passive.
  func objects(of clause: Clause) -> [PhraseID] {
    clause.group.voice == .passive ? clause.subject.map { [$0] } ?? [] : clause.objects
  }

  /// Every clause in which a phrase is subject or object.
  private func clauses(of phrase: PhraseID) -> [ClauseID] {
    structure.clauses.indices.filter {
      structure.clauses[$0].subject == phrase || structure.clauses[$0].objects.contains(phrase)
    }.map { ClauseID($0) }
  }

  /// The clause in which a phrase is subject, object or oblique; the complement of a noun goes with that noun.
  func governing(_ phrase: PhraseID) -> ClauseID? {
    let tokens = structure[phrase].tokens
    var best: ClauseID?
    for index in structure.clauses.indices {
      let clause = structure.clauses[index]
      let isOwn =
        clause.subject == phrase && !clause.isSubjectShared || clause.objects.contains(phrase)
        || clause.obliques.contains { $0.phrase == phrase }
      if isOwn { return ClauseID(index) }
      if clause.tokens.contains(tokens) { best = ClauseID(index) }
    }
    return best
  }
}
