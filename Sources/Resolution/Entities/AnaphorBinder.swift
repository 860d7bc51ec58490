package import Language
package import Rules
package import Text

/// Binds words that stand for somebody named before ("he", "his", "the two leaders") to their entities.
///
/// One person: the last subject before the word that the clause does not rule out, as nobody acts on himself by such a
/// word, and whose gender, if both are known, is the word's; where the word names a state, the last person of it.
/// Several: those of the last event, else of the last coordination, where they are as many as the word says.
package struct AnaphorBinder {
  private let schema: EntitySchema
  /// The words that stand for somebody, in text order, and the first that is not bound yet.
  private let anaphors: [Annotation]
  private var next = 0
  /// The people who were subjects, the last one last.
  private var subjects: [EntityTable.Reference] = []
  /// Whom the last word that was an object stood for, and the end of that word.
  private var lastObject: (reference: EntityTable.Reference, end: Int)?
  /// Those who were named together, two or more each, the last ones last.
  private var groups: [[EntityTable.Reference]] = []
  /// Whom words that name a state may mean, once there is such a word.
  private var compatriots: CompatriotCursor?

  /// Subjects and groups that are kept: a word for three may reach back over one for two.
  private static let reach = 4
  /// Words of the field `number` for a known number of members.
  private static let sizes = ["two": 2, "three": 3, "four": 4, "five": 5, "six": 6]

  /// For the annotations of one document. O(annotations).
  package init(store: AnnotationStore, schema: EntitySchema) {
    self.schema = schema
    let annotations = store.annotations
    anaphors = annotations.indices.filter { annotations[$0].type == schema.anaphor }
      .sorted { annotations[$0].tokens.start < annotations[$1].tokens.start }
      .map { annotations[$0] }
  }

  /// Binds the anaphors of a sentence; `event` is the one read last. Sentences come in text order.
  package mutating func bind(
    in structure: ClauseStructure, sentence: TokenRange, after event: EventMention?,
    _ entities: inout EntityTable
  ) {
    var passed = 0
    while next < anaphors.count, anaphors[next].tokens.start < sentence.end {
      let anaphor = anaphors[next]
      next += 1
      guard anaphor.tokens.start >= sentence.start else { continue }
      note(&passed, before: anaphor.tokens.start, structure, entities)
      bind(anaphor, structure, event, &entities)
    }
    note(&passed, before: Int.max, structure, entities)
    noteGroups(structure, entities)
  }

  // MARK: What may be spoken of

  /// Subjects of clauses whose verb has been passed may be spoken of.
  private mutating func note(
    _ passed: inout Int, before token: Int, _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    while passed < structure.clauses.count, structure.clauses[passed].verb.start <= token {
      if let subject = structure.clauses[passed].subject {
        note(subject, structure, entities)
      }
      passed += 1
    }
  }

  private mutating func note(
    _ subject: PhraseID, _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    var named: EntityTable.Reference?
    for head in structure.heads(of: subject) {
      guard let person = person(head.tokens, entities) else { continue }
      guard named == nil else { return }
      named = person
    }
    guard let named else { return }
    subjects.removeAll { $0.entity == named.entity }
    subjects.append(named)
    if subjects.count > Self.reach { subjects.removeFirst() }
  }

  private mutating func noteGroups(_ structure: ClauseStructure, _ entities: EntityTable) {
    for index in structure.phrases.indices where structure.phrases[index].headCount > 1 {
      let named = structure.heads(of: PhraseID(index)).compactMap { head in
        entities.longest(endOf: head.tokens, where: schema.isEntity)
      }
      if named.count > 1 { groups.append(named) }
    }
    if groups.count > Self.reach { groups.removeFirst(groups.count - Self.reach) }
  }

  private func person(
    _ tokens: TokenRange, _ entities: EntityTable
  ) -> EntityTable.Reference? {
    entities.longest(endOf: tokens, where: schema.isPerson)
  }

  // MARK: One

  private mutating func bind(
    _ anaphor: Annotation, _ structure: ClauseStructure, _ event: EventMention?,
    _ entities: inout EntityTable
  ) {
    let plan = schema.plan(of: anaphor.type)
    let number = plan.number.value(of: anaphor)
    guard number == "one" else { return bindGroup(anaphor, number, event, &entities) }
    if let country = plan.country.value(of: anaphor) {
      return bind(anaphor, toLastOf: country, &entities)
    }
    let place = AnaphorPlace(anaphor.tokens, in: structure)
    let excluded =
      plan.possessive.value(of: anaphor) == nil
      ? place.companions.compactMap { person($0, entities)?.entity } : []
    let gender = plan.gender.value(of: anaphor)
    func fits(_ person: EntityTable.Reference) -> Bool {
      guard !excluded.contains(person.entity) else { return false }
      let known = entities.entities[person.entity.rawValue].gender
      return known == nil || gender == nil || known == gender
    }
    let object = place.isObject ? object(near: anaphor.tokens.start, where: fits) : nil
    guard
      let fitting = object ?? subjects.last(where: fits)
        ?? lastMentioned(before: anaphor.tokens.start, entities, where: fits)
    else { return }
    if place.isObject { lastObject = (fitting, anaphor.tokens.end) }
    mention(fitting.entity, anaphor.tokens, as: fitting.type, &entities)
  }

  /// "Orlov telephoned him, and Sato rang him too": an object goes on with the object before it.
  private func object(
    near token: Int, where fits: (EntityTable.Reference) -> Bool
  ) -> EntityTable.Reference? {
    guard let lastObject, token - lastObject.end <= Self.objectReach, fits(lastObject.reference)
    else { return nil }
    return lastObject.reference
  }

  /// Where no subject fits, whoever was mentioned last.
  private func lastMentioned(
    before token: Int, _ entities: EntityTable,
    where fits: (EntityTable.Reference) -> Bool
  ) -> EntityTable.Reference? {
    entities.last(inside: TokenRange(max(0, token - Self.objectReach), token)) {
      schema.isPerson($0.type) && fits($0)
    }
  }

  /// Tokens between two words that are objects of one and the same person.
  private static let objectReach = 40

  /// The person of a country who was mentioned last before the word.
  private mutating func bind(
    _ anaphor: Annotation, toLastOf country: String, _ entities: inout EntityTable
  ) {
    if compatriots == nil { compatriots = CompatriotCursor(entities) }
    let nearest = compatriots?.last(of: country, before: anaphor.tokens.start)
    guard let nearest, let type = schema.type(ofKind: entities[nearest].kind) else { return }
    mention(nearest, anaphor.tokens, as: type, &entities)
  }

  private mutating func mention(
    _ id: EntityID, _ tokens: TokenRange, as type: TypeID, _ entities: inout EntityTable
  ) {
    let isNew = entities.mention(id, tokens, .pronoun, rule: EntityResolver.rule, type: type)
    if isNew { compatriots?.add(id, at: tokens.start, entities) }
  }

  // MARK: Several

  private mutating func bindGroup(
    _ anaphor: Annotation, _ number: String?, _ event: EventMention?,
    _ entities: inout EntityTable
  ) {
    guard let members = members(number.flatMap { Self.sizes[$0] }, event) else { return }
    for member in members {
      guard let type = schema.type(ofKind: entities[member].kind) else { continue }
      mention(member, anaphor.tokens, as: type, &entities)
    }
  }

  /// Those whom a word for several may mean, `size` being how many it says.
  private func members(_ size: Int?, _ event: EventMention?) -> [EntityID]? {
    func fits(_ members: [EntityID]) -> Bool {
      size.map { members.count == $0 } ?? (members.count >= 2)
    }
    let participants = event?.participants.map(\.entity) ?? []
    if fits(participants) { return participants }
    // "They" that are no people are those of the last event, or nobody: buyers and rebels are no states.
    guard let size else {
      let people = groups.last?.filter { schema.isPerson($0.type) }.map(\.entity) ?? []
      return fits(people) ? people : nil
    }
    if let group = groups.last(where: { $0.count == size }) { return group.map(\.entity) }
    // "Sato said that Orlov agreed when the two met": two who are named one after the other.
    return size == 2 && subjects.count >= 2 ? subjects.suffix(2).map(\.entity) : nil
  }
}
