package import Language
import Rules
import Text

/// Binds words that stand for somebody named before ("he", "his", "the two leaders") to their entities.
///
/// One person: the last subject before the word that the clause does not rule out, as nobody acts on himself by such a
/// word, and whose gender, if both are known, is the word's; where the word names a state, the last person of it.
/// Several: those of the last event, else of the last coordination, where they are as many as the word says.
package struct AnaphorBinder {
  /// Gives the clauses of a sentence of the document by its number; it may give none where the sentence has nothing of the
  /// aspect that is asked for.
  package typealias Reading = (Int, SentenceNotes.Aspect) -> ClauseStructure?

  private let schema: EntitySchema
  private let sentences: [TokenRange]
  /// The words that stand for somebody, in text order, and the first that is not bound yet.
  private let anaphors: [Annotation]
  private var next = 0
  /// Where a person and where anybody is mentioned first; behind the text where nobody is.
  private let firstPerson: Int
  private let firstEntity: Int
  private var salience: Salience
  /// Whom the last word that was an object stood for, and the end of that word.
  private var lastObject: (reference: EntityTable.Reference, end: Int)?
  /// Whom words that name a state may mean, once there is such a word.
  private var compatriots: CompatriotCursor?

  /// Words of the field `number` for a known number of members.
  private static let sizes = ["two": 2, "three": 3, "four": 4, "five": 5, "six": 6]

  /// For the annotations and entities of one document. O(annotations + mentions).
  package init(_ source: ClauseSource, _ entities: EntityTable, _ schema: EntitySchema) {
    self.schema = schema
    sentences = source.sentences
    salience = Salience(sentenceCount: sentences.count)
    let annotations = source.store.annotations
    anaphors = annotations.indices.filter { annotations[$0].type == schema.anaphor }
      .sorted { annotations[$0].tokens.start < annotations[$1].tokens.start }
      .map { annotations[$0] }
    var first = (person: Int.max, entity: Int.max)
    for entity in entities.entities {
      for mention in entity.mentions {
        first.entity = min(first.entity, mention.tokens.start)
        if entity.isPerson { first.person = min(first.person, mention.tokens.start) }
      }
    }
    firstPerson = first.person
    firstEntity = first.entity
  }

  /// Whether a sentence has an anaphor that may be bound. Sentences come in text order.
  package mutating func hasAnaphor(in sentence: Int) -> Bool {
    let tokens = sentences[sentence]
    while next < anaphors.count, anaphors[next].tokens.start < tokens.start { next += 1 }
    return anaphors[next...].prefix { $0.tokens.start < tokens.end }.contains {
      (standsForOne($0) ? firstPerson : firstEntity) < tokens.end
    }
  }

  /// The sentences whose clauses it surely takes to bind their anaphors, in order, some perhaps twice: those with a word
  /// for one person.
  package var sentencesToRead: [Int] {
    anaphors.compactMap { word in
      guard standsForOne(word) else { return nil }
      let sentence = sentences.partitioningIndex { $0.end > word.tokens.start }
      guard sentence < sentences.count, sentences[sentence].start <= word.tokens.start,
        firstPerson < sentences[sentence].end
      else { return nil }
      return sentence
    }
  }

  /// Notes what a sentence without anaphors speaks of.
  package mutating func note(
    _ structure: ClauseStructure, of sentence: Int, _ entities: EntityTable
  ) {
    salience.begin(sentence)
    salience.notes = SentenceNotes(structure, entities, schema)
    salience.finish()
  }

  /// Binds the anaphors of a sentence where they can be bound without its clauses; does nothing and gives false where it
  /// takes them.
  ///
  /// Words for several mean those whom earlier sentences tell of. A later question may read the clauses of this one, whose
  /// subjects are then the same: with one such word and no person beside, it does not matter when it was bound.
  package mutating func bindWithoutClauses(
    in sentence: Int, after event: EventMention?, _ entities: inout EntityTable,
    _ reading: Reading
  ) -> Bool {
    let tokens = sentences[sentence]
    let own = anaphors[next...].prefix { $0.tokens.start < tokens.end }
    guard !own.contains(where: standsForOne) else { return false }
    let people = SentenceNotes.mayHave(.subjects, entities.references(inside: tokens), schema)
    salience.begin(sentence)
    if own.count == 1, let word = own.first, !people {
      bindGroup(word, event, &entities, reading)
    } else if own.contains(where: { size(of: $0) != nil })
      || members(nil, event, entities, reading) != nil
    {
      return false
    }
    next += own.count
    return true
  }

  /// Binds the anaphors of a sentence with its clauses; `event` is the one read last. `reading` is asked for the clauses
  /// of sentences before that were passed.
  package mutating func bind(
    in structure: ClauseStructure, of sentence: Int, after event: EventMention?,
    _ entities: inout EntityTable, _ reading: Reading
  ) {
    let tokens = sentences[sentence]
    salience.begin(sentence)
    var passed = 0
    while next < anaphors.count, anaphors[next].tokens.start < tokens.end {
      note(&passed, before: anaphors[next].tokens.start, structure, entities)
      bind(anaphors[next], structure, event, &entities, reading)
      next += 1
    }
    note(&passed, before: .max, structure, entities)
    salience.notes.addGroups(structure, entities, schema)
    salience.finish()
  }

  /// Subjects of clauses whose verb has been passed may be spoken of.
  private mutating func note(
    _ passed: inout Int, before token: Int, _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    while passed < structure.clauses.count, structure.clauses[passed].verb.start <= token {
      salience.notes.add(subjectOf: structure.clauses[passed], structure, entities, schema)
      passed += 1
    }
  }

  private func standsForOne(_ anaphor: Annotation) -> Bool {
    schema.plan(of: anaphor.type).number.value(of: anaphor) == "one"
  }

  // MARK: One

  private mutating func bind(
    _ anaphor: Annotation, _ structure: ClauseStructure, _ event: EventMention?,
    _ entities: inout EntityTable, _ reading: Reading
  ) {
    guard standsForOne(anaphor) else { return bindGroup(anaphor, event, &entities, reading) }
    let plan = schema.plan(of: anaphor.type)
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
    let source = NoteSource(sentences: sentences, schema: schema)
    guard
      let fitting = object
        ?? salience.lastSubject({ source.notes(of: $0, $1, entities, reading) }, where: fits)
        ?? lastMentioned(before: anaphor.tokens.start, entities, where: fits)
    else { return }
    if place.isObject { lastObject = (fitting, anaphor.tokens.end) }
    mention(fitting.entity, anaphor.tokens, as: fitting.type, &entities)
  }

  private func person(
    _ tokens: TokenRange, _ entities: EntityTable
  ) -> EntityTable.Reference? {
    entities.longest(endOf: tokens, where: schema.isPerson)
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
    _ anaphor: Annotation, _ event: EventMention?, _ entities: inout EntityTable,
    _ reading: Reading
  ) {
    guard let members = members(size(of: anaphor), event, entities, reading) else { return }
    for member in members {
      guard let type = schema.type(ofKind: entities[member].kind) else { continue }
      mention(member, anaphor.tokens, as: type, &entities)
    }
  }

  /// How many a word for several stands for, nil where it does not say.
  private func size(of anaphor: Annotation) -> Int? {
    schema.plan(of: anaphor.type).number.value(of: anaphor).flatMap { Self.sizes[$0] }
  }

  /// Those whom a word for several may mean, `size` being how many it says.
  private mutating func members(
    _ size: Int?, _ event: EventMention?, _ entities: EntityTable, _ reading: Reading
  ) -> [EntityID]? {
    func fits(_ count: Int) -> Bool { size.map { count == $0 } ?? (count >= 2) }
    let participants = event?.participants.map(\.entity) ?? []
    if fits(participants.count) { return participants }
    let source = NoteSource(sentences: sentences, schema: schema)
    func notes(_ sentence: Int, _ aspect: SentenceNotes.Aspect) -> SentenceNotes? {
      source.notes(of: sentence, aspect, entities, reading)
    }
    // "They" that are no people are those of the last event, or nobody: buyers and rebels are no states.
    func members(_ group: [EntityTable.Reference]) -> [EntityTable.Reference] {
      size == nil ? group.filter { source.schema.isPerson($0.type) } : group
    }
    let group = salience.lastGroup(isNearest: size == nil, notes) { fits(members($0).count) }
    if let group { return members(group).map(\.entity) }
    guard size == 2 else { return nil }
    // "Sato said that Orlov agreed when the two met": two who are named one after the other.
    return salience.lastTwo(notes).map { [$0, $1] }
  }
}
