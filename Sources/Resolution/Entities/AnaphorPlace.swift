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
    let own = structure.phrases.indices.map { PhraseID($0) }.filter { phrase in
      structure.heads(of: phrase).contains { $0.tokens == tokens }
    }
    guard !own.isEmpty else { return }
    for clause in structure.clauses {
      if structure.objects(of: clause).contains(where: own.contains)
        || structure.obliques(of: clause).contains(where: { own.contains($0.phrase) })
      {
        isObject = true
        for object in structure.objects(of: clause) { add(structure, object) }
        for oblique in structure.obliques(of: clause) { add(structure, oblique.phrase) }
        if let subject = clause.subject { add(structure, subject) }
      } else if let subject = clause.subject, own.contains(subject) {
        add(structure, subject)
      }
    }
  }

  private mutating func add(_ structure: ClauseStructure, _ phrase: PhraseID) {
    for head in structure.heads(of: phrase) { companions.append(head.tokens) }
  }
}
