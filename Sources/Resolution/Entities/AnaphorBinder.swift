package import Language
package import Rules
package import Text

/// Binds words that stand for somebody named before ("he", "his", "the two leaders") to their entities.
///
/// One person: the subject of the clause before, in the same sentence or the one before, never somebody of the same
/// clause unless the word is a possessive. Several: those of the last event, else of the last coordination.
package struct AnaphorBinder {
  private let program: Program
  private let store: AnnotationStore
  private let anaphor: TypeID?
  private let people: Set<TypeID>
  private let kinds: [TypeID: String]
  /// The person who was a subject last.
  private var lastSubject: EntityTable.Reference?
  /// The last two or more that were named together.
  private var lastGroup: [EntityTable.Reference] = []

  package init(program: Program, store: AnnotationStore, schema: EntitySchema) {
    self.program = program
    self.store = store
    kinds = schema.kinds
    people = Set(schema.kinds.filter { schema.people.contains($0.value) }.keys)
    anaphor = program.schema["anaphors"]?.first.flatMap { program.type($0) }
  }

  /// Binds the anaphors of a sentence; `event` is the one read last.
  package mutating func bind(
    in structure: ClauseStructure, sentence: TokenRange, after event: EventMention?,
    _ entities: inout EntityTable
  ) {
    var clauses = structure.clauses[...]
    for token in sentence.indices {
      // Subjects of clauses whose verb has been passed may be spoken of.
      while let clause = clauses.first, clause.verb.start <= token {
        note(clause, structure, entities)
        clauses.removeFirst()
      }
      guard let anaphor else { continue }
      for id in store.ids(of: anaphor, startingAt: token) {
        bind(store[id], structure, event, &entities)
      }
    }
    for clause in clauses { note(clause, structure, entities) }
    noteGroups(structure, entities)
  }

  private mutating func note(
    _ clause: Clause, _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    guard let subject = clause.subject else { return }
    let named = structure[subject].heads.compactMap { person($0.tokens, entities) }
    if named.count == 1 { lastSubject = named[0] }
  }

  private mutating func noteGroups(_ structure: ClauseStructure, _ entities: EntityTable) {
    for phrase in structure.phrases where phrase.heads.count > 1 {
      let named = phrase.heads.compactMap { head in
        entities.references(endOf: head.tokens).first { kinds[$0.type] != nil }
      }
      if named.count > 1 { lastGroup = named }
    }
  }

  private func person(
    _ tokens: TokenRange, _ entities: EntityTable
  ) -> EntityTable.Reference? {
    entities.references(endOf: tokens).first { people.contains($0.type) }
  }

  private func bind(
    _ annotation: Annotation, _ structure: ClauseStructure, _ event: EventMention?,
    _ entities: inout EntityTable
  ) {
    guard program.value("number", of: annotation) == "one" else {
      return bindGroup(annotation, event, &entities)
    }
    guard let reference = lastSubject else { return }
    entities.mention(
      reference.entity, annotation.tokens, .pronoun, rule: Self.rule, type: reference.type)
  }

  private func bindGroup(
    _ annotation: Annotation, _ event: EventMention?, _ entities: inout EntityTable
  ) {
    let isPair = program.value("number", of: annotation) == "two"
    let participants = event?.participants.map(\.entity) ?? []
    // "They" that are no people are those of the last event, or nobody: buyers and rebels are no states.
    let group = lastGroup.filter { isPair || people.contains($0.type) }.map(\.entity)
    let chosen = participants.count >= 2 ? participants : group
    guard chosen.count >= 2, !isPair || chosen.count == 2 else { return }
    for entity in chosen {
      guard let type = type(of: entities[entity].kind) else { continue }
      entities.mention(entity, annotation.tokens, .pronoun, rule: Self.rule, type: type)
    }
  }

  private func type(of kind: String) -> TypeID? {
    kinds.filter { $0.value == kind }.keys.min { $0.rawValue < $1.rawValue }
  }

  private static let rule = EntityResolver.rule
}
