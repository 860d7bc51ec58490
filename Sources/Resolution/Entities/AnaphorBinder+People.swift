import Language
import Rules
import Text

/// Words for one person.
extension AnaphorBinder {
  // MARK: By clauses

  mutating func bindOne(
    _ word: Anaphor, _ structure: ClauseStructure, _ entities: inout EntityTable,
    _ reading: Reading
  ) {
    if let country = word.country { return bind(word, toLastOf: country, &entities) }
    let place = AnaphorPlace(word.tokens, in: structure)
    guard let person = person(for: word, place, entities, reading) else { return }
    if place.isObject { objects.add(person, endingAt: word.tokens.end) }
    mention(person.entity, word.tokens, as: person.type, &entities)
  }

  /// Whom a word means by its place in the clauses of its sentence.
  private mutating func person(
    for word: Anaphor, _ place: AnaphorPlace, _ entities: EntityTable, _ reading: Reading
  ) -> EntityTable.Reference? {
    let excluded =
      word.isPossessive
      ? []
      : place.companions.compactMap { tokens in
        entities.longest(endOf: tokens, where: schema.isPerson)?.entity
      }
    func fits(_ person: EntityTable.Reference) -> Bool {
      !excluded.contains(person.entity) && word.mayMean(person, entities)
    }
    let object =
      place.isObject ? lastObject(near: word.tokens.start, reading, where: fits) : nil
    return object ?? lastSubject(word, entities, reading, where: fits)?.reference
  }

  /// The last subject before a word, else whoever was mentioned last.
  private mutating func lastSubject(
    _ word: Anaphor, _ entities: EntityTable, _ reading: Reading,
    where fits: (EntityTable.Reference) -> Bool
  ) -> Salience.Found? {
    let source = source
    return salience.lastSubject(
      gender: word.gender,
      orMentioned: lastMentioned(before: word.tokens.start, entities, where: fits),
      among: { source.people(in: $0, entities) },
      { source.notes(of: $0, $1, entities, reading) }, where: fits)
  }

  /// "Orlov telephoned him, and Sato rang him too": an object goes on with the object before it.
  private mutating func lastObject(
    near token: Int, _ reading: Reading, where fits: (EntityTable.Reference) -> Bool
  ) -> EntityTable.Reference? {
    objects.last(near: token, where: fits) { word in
      reading(word.sentence, .subjects).map { AnaphorPlace(word.tokens, in: $0).isObject } ?? false
    }
  }

  /// Whoever was mentioned last near before a token.
  private func lastMentioned(
    before token: Int, _ entities: EntityTable,
    where fits: (EntityTable.Reference) -> Bool
  ) -> EntityTable.Reference? {
    entities.last(inside: TokenRange(max(0, token - ObjectTrail.reach), token)) {
      schema.isPerson($0.type) && fits($0)
    }
  }

  /// The person of a country who was mentioned last before the word.
  private mutating func bind(
    _ word: Anaphor, toLastOf country: String, _ entities: inout EntityTable
  ) {
    if compatriots == nil { compatriots = CompatriotCursor(entities) }
    let nearest = compatriots?.last(of: country, before: word.tokens.start)
    guard let nearest, let type = schema.type(ofKind: entities[nearest].kind) else { return }
    mention(nearest, word.tokens, as: type, &entities)
  }

  // MARK: Without clauses

  /// Binds the words of a sentence that all stand for one person and mention nobody else; false where it takes the clauses
  /// to tell whom the first means.
  mutating func bindOne(
    _ words: ArraySlice<Anaphor>, in sentence: Int, _ entities: inout EntityTable,
    _ reading: Reading
  ) -> Bool {
    guard let first = words.first else { return true }
    let subject = lastSubject(first, entities, reading) { first.mayMean($0, entities) }
    guard !mayGoOn(first, withOtherThan: subject?.reference, entities) else { return false }
    guard let subject else { return true }
    let person = subject.reference
    for word in words {
      mention(person.entity, word.tokens, as: person.type, &entities)
      objects.add(.init(sentence: sentence, tokens: word.tokens, reference: person))
    }
    salience.finish(ledBy: subject, gender: first.gender)
    return true
  }

  /// Whether a word, were it an object, may mean somebody else as the object before it did.
  private func mayGoOn(
    _ word: Anaphor, withOtherThan person: EntityTable.Reference?, _ entities: EntityTable
  ) -> Bool {
    objects.mayLead(awayFrom: person, near: word.tokens.start) { word.mayMean($0, entities) }
  }
}

extension Anaphor {
  /// Whether a word may mean somebody by their genders, as far as both are known.
  fileprivate func mayMean(_ person: EntityTable.Reference, _ entities: EntityTable) -> Bool {
    guard let gender, let known = entities.entities[person.entity.rawValue].gender else {
      return true
    }
    return known == gender
  }
}
