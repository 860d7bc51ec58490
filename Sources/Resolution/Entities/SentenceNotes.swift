import Language
import Text

/// Whom a sentence speaks of in a way that later words may point to.
package struct SentenceNotes {
  /// What is asked of notes.
  package enum Aspect {
    /// People who are subjects.
    case subjects
    /// Those who are named together.
    case groups
  }

  typealias Reference = EntityTable.Reference

  /// The people who are subjects, in text order.
  var subjects: [Reference] = []
  /// Those who are named together, two or more each.
  var groups: [[Reference]] = []

  init() {}

  /// The notes of a sentence by its clauses.
  init(_ structure: ClauseStructure, _ entities: EntityTable, _ schema: EntitySchema) {
    for clause in structure.clauses { add(subjectOf: clause, structure, entities, schema) }
    addGroups(structure, entities, schema)
  }

  /// How many a sentence mentions, which tells what it may have to note: a cheap first question.
  struct Outlook {
    var people = 0
    /// People and others.
    var named = 0

    init() {}

    init(of sentence: TokenRange, _ entities: EntityTable, _ schema: EntitySchema) {
      entities.forEachReference(inside: sentence) { reference in
        if schema.isEntity(reference.type) { named += 1 }
        if schema.isPerson(reference.type) { people += 1 }
      }
    }

    func mayHave(_ aspect: Aspect) -> Bool {
      switch aspect {
      case .subjects: people > 0
      case .groups: named > 1
      }
    }
  }

  /// Notes the subject of a clause where it names one person.
  mutating func add(
    subjectOf clause: Clause, _ structure: ClauseStructure, _ entities: EntityTable,
    _ schema: EntitySchema
  ) {
    guard let subject = clause.subject else { return }
    var named: Reference?
    for head in structure.heads(of: subject) {
      guard let person = entities.longest(endOf: head.tokens, where: schema.isPerson) else {
        continue
      }
      guard named == nil else { return }
      named = person
    }
    if let named { subjects.append(named) }
  }

  /// Notes those who are named together anywhere in the sentence.
  mutating func addGroups(
    _ structure: ClauseStructure, _ entities: EntityTable, _ schema: EntitySchema
  ) {
    for index in structure.phrases.indices where structure.phrases[index].headCount > 1 {
      let named = structure.heads(of: PhraseID(index)).compactMap { head in
        entities.longest(endOf: head.tokens, where: schema.isEntity)
      }
      if named.count > 1 { groups.append(named) }
    }
  }
}
