package import Language
package import Rules
package import Text

/// Binds words that stand for somebody named before ("he", "his", "the two leaders") to their entities.
///
/// One person: the last subject before the word that the clause does not rule out, as nobody acts on himself by such a
/// word, and whose gender, if both are known, is the word's; where the word names a state, the last person of it.
/// Several: those of the last event, else of the last coordination, where they are as many as the word says.
package struct AnaphorBinder {
  private let program: Program
  private let store: AnnotationStore
  private let anaphor: TypeID?
  private let people: Set<TypeID>
  private let peopleKinds: Set<String>
  private let kinds: [TypeID: String]
  /// The people who were subjects, the last one last.
  private var subjects: [EntityTable.Reference] = []
  /// Whom the last word that was an object stood for, and the end of that word.
  private var lastObject: (reference: EntityTable.Reference, end: Int)?
  /// Those who were named together, two or more each, the last ones last.
  private var groups: [[EntityTable.Reference]] = []

  /// Subjects and groups that are kept: a word for three may reach back over one for two.
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

  // MARK: What may be spoken of

  private mutating func note(
    _ clause: Clause, _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    guard let subject = clause.subject else { return }
    let named = structure[subject].heads.compactMap { person($0.tokens, entities) }
    guard named.count == 1 else { return }
    subjects.removeAll { $0.entity == named[0].entity }
    subjects.append(named[0])
    subjects.removeFirst(max(0, subjects.count - Self.reach))
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

  // MARK: One

  private mutating func bind(
    _ annotation: Annotation, _ structure: ClauseStructure, _ event: EventMention?,
    _ entities: inout EntityTable
  ) {
    guard program.value("number", of: annotation) == "one" else {
      return bindGroup(annotation, event, &entities)
    }
    if let country = program.value("country", of: annotation) {
      return bind(annotation, toLastOf: country, &entities)
    }
    let others = companions(of: annotation, structure, entities)
    let gender = program.value("gender", of: annotation)
    func fits(_ person: EntityTable.Reference) -> Bool {
      let known = entities[person.entity].gender
      return !others.contains(person.entity) && (known == nil || gender == nil || known == gender)
    }
    // "Orlov telephoned him, and Sato rang him too": an object goes on with the object before it.
    let isObject = isObject(annotation, structure)
    let object = lastObject.flatMap { last in
      isObject && annotation.tokens.start - last.end <= Self.objectReach
        && fits(last.reference) ? last.reference : nil
    }
    guard
      let fitting = object ?? subjects.last(where: fits)
        ?? lastMentioned(before: annotation.tokens.start, entities, where: fits)
    else { return }
    if isObject { lastObject = (fitting, annotation.tokens.end) }
    entities.mention(
      fitting.entity, annotation.tokens, .pronoun, rule: Self.rule, type: fitting.type)
  }

  /// Where no subject fits, whoever was mentioned last.
  private func lastMentioned(
    before token: Int, _ entities: EntityTable,
    where fits: (EntityTable.Reference) -> Bool
  ) -> EntityTable.Reference? {
    entities.references(inside: TokenRange(max(0, token - Self.objectReach), token)).last {
      people.contains($0.type) && fits($0)
    }
  }

  /// Tokens between two words that are objects of one and the same person.
  private static let objectReach = 40

  private func isObject(_ annotation: Annotation, _ structure: ClauseStructure) -> Bool {
    structure.clauses.contains { clause in
      (clause.objects + clause.obliques.map(\.phrase)).contains { phrase in
        structure[phrase].heads.contains { $0.tokens == annotation.tokens }
      }
    }
  }

  /// Those whom the word cannot mean: the subject of the verb that it is the object of, and who is coordinated with
  /// it. A possessive may mean the subject.
  private func companions(
    of annotation: Annotation, _ structure: ClauseStructure, _ entities: EntityTable
  ) -> Set<EntityID> {
    guard program.value("possessive", of: annotation) == nil else { return [] }
    func contains(_ id: PhraseID) -> Bool {
      structure[id].heads.contains { $0.tokens == annotation.tokens }
    }
    var phrases: Set<PhraseID> = []
    for clause in structure.clauses {
      let complements = clause.objects + clause.obliques.map(\.phrase)
      if complements.contains(where: contains) {
        phrases.formUnion(complements)
        if let subject = clause.subject { phrases.insert(subject) }
      }
      if let subject = clause.subject, contains(subject) { phrases.insert(subject) }
    }
    return Set(
      phrases.flatMap { structure[$0].heads }.compactMap { person($0.tokens, entities)?.entity })
  }

  /// The person of a country who was mentioned last before the word.
  private func bind(
    _ annotation: Annotation, toLastOf country: String, _ entities: inout EntityTable
  ) {
    let start = annotation.tokens.start
    func last(_ index: Int) -> Int {
      entities.entities[index].mentions.map(\.tokens.start).filter { $0 < start }.max() ?? -1
    }
    let nearest = entities.entities.indices.filter { index in
      let entity = entities.entities[index]
      return peopleKinds.contains(entity.kind) && entity.country == country && last(index) >= 0
    }.max { last($0) < last($1) }
    guard let nearest, let type = type(of: entities.entities[nearest].kind) else { return }
    entities.mention(EntityID(nearest), annotation.tokens, .pronoun, rule: Self.rule, type: type)
  }

  // MARK: Several

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
    // "Sato said that Orlov agreed when the two met": two who are named one after the other.
    let speakers = size == 2 ? [subjects.suffix(2).map(\.entity)] : []
    let candidates =
      [participants] + (size == nil ? Array(named.prefix(1)) : named) + speakers
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
