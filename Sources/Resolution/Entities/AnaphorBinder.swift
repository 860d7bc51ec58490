package import Language
package import Rules
package import Text

/// Binds words that stand for somebody named before ("he", "his", "the two leaders") to their entities.
///
/// One person: the subject of the clause before, in the same sentence or the one before, never somebody of the same
/// clause unless the word is a possessive; where the word names a state, the last person of it. Several: those of the
/// last event, else of the last coordination, where they are as many as the word says.
package struct AnaphorBinder {
  private let program: Program
  private let store: AnnotationStore
  private let anaphor: TypeID?
  private let people: Set<TypeID>
  private let peopleKinds: Set<String>
  private let kinds: [TypeID: String]
  /// The person who was a subject last.
  private var lastSubject: EntityTable.Reference?
  /// Those who were named together, two or more each, the last ones last.
  private var groups: [[EntityTable.Reference]] = []

  /// Groups that are kept: a word for three may reach back over one for two.
  private static let reach = 4
  /// Words of the field `number` for a known number of members.
  private static let sizes = ["two": 2, "three": 3, "four": 4, "five": 5, "six": 6]

  package init(program: Program, store: AnnotationStore, schema: EntitySchema) {
    self.program = program
    self.store = store
    kinds = schema.kinds
    peopleKinds = schema.people
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
      if named.count > 1 { groups.append(named) }
    }
    groups.removeFirst(max(0, groups.count - Self.reach))
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
    if let country = program.value("country", of: annotation) {
      bind(annotation, toLastOf: country, &entities)
    } else if let reference = lastSubject {
      entities.mention(
        reference.entity, annotation.tokens, .pronoun, rule: Self.rule, type: reference.type)
    }
  }

  /// The person of a country who was mentioned last before the word.
  private func bind(
    _ annotation: Annotation, toLastOf country: String, _ entities: inout EntityTable
  ) {
    let start = annotation.tokens.start
    func last(_ entity: Entity) -> Int {
      entity.mentions.map(\.tokens.start).filter { $0 < start }.max() ?? -1
    }
    let candidates = entities.entities.indices.filter { index in
      let entity = entities.entities[index]
      return peopleKinds.contains(entity.kind) && entity.country == country && last(entity) >= 0
    }
    guard
      let nearest = candidates.max(by: { last(entities.entities[$0]) < last(entities.entities[$1]) }
      ),
      let type = type(of: entities.entities[nearest].kind)
    else { return }
    entities.mention(EntityID(nearest), annotation.tokens, .pronoun, rule: Self.rule, type: type)
  }

  private func bindGroup(
    _ annotation: Annotation, _ event: EventMention?, _ entities: inout EntityTable
  ) {
    let size = program.value("number", of: annotation).flatMap { Self.sizes[$0] }
    func fits(_ members: [EntityID]) -> Bool {
      size.map { members.count == $0 } ?? (members.count >= 2)
    }
    let participants = event?.participants.map(\.entity) ?? []
    // "They" that are no people are those of the last event, or nobody: buyers and rebels are no states.
    let named = groups.reversed().map { group in
      group.filter { size != nil || people.contains($0.type) }.map(\.entity)
    }
    let candidates = [participants] + (size == nil ? Array(named.prefix(1)) : named)
    guard let chosen = candidates.first(where: fits) else { return }
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
