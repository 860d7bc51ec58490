import Language
import Text

/// Where an anaphor stands among the clauses of its sentence.
struct AnaphorPlace {
  /// It is an object or oblique of some verb.
  private(set) var isObject = false
  /// Those whom it cannot mean where it is no possessive: the subject and the other complements of the verb whose
  /// complement it is, and who is coordinated with it.
  private(set) var companions: [TokenRange] = []

  /// O(phrases and clauses of the sentence).
  init(_ tokens: TokenRange, in structure: ClauseStructure) {
    let phrases = structure.phrases
    let own = phrases.indices.filter { number in
      phrases[number].heads.contains { $0.tokens == tokens }
    }
    guard !own.isEmpty else { return }
    for clause in structure.clauses {
      if clause.objects.contains(where: { own.contains($0.rawValue) })
        || clause.obliques.contains(where: { own.contains($0.phrase.rawValue) })
      {
        isObject = true
        for object in clause.objects { add(structure, object) }
        for oblique in clause.obliques { add(structure, oblique.phrase) }
        if let subject = clause.subject { add(structure, subject) }
      } else if let subject = clause.subject, own.contains(subject.rawValue) {
        add(structure, subject)
      }
    }
  }

  private mutating func add(_ structure: ClauseStructure, _ phrase: PhraseID) {
    for head in structure.phrases[phrase.rawValue].heads { companions.append(head.tokens) }
  }
}
