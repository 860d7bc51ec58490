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

  let schema: EntitySchema
  private let sentences: [TokenRange]
  let source: NoteSource
  /// The words that stand for somebody, in text order, and the first that is not bound yet.
  private let anaphors: [Anaphor]
  private var next = 0
  /// Where a person and where anybody is mentioned first; behind the text where nobody is.
  private let firstPerson: Int
  private let firstEntity: Int
  var salience: Salience
  /// Whom words that were objects stood for.
  var objects = ObjectTrail()
  /// Whom words that name a state may mean, once there is such a word.
  var compatriots: CompatriotCursor?

  /// For the annotations and entities of one document. O(annotations + mentions).
  package init(_ source: ClauseSource, _ entities: EntityTable, _ schema: EntitySchema) {
    self.schema = schema
    sentences = source.sentences
    self.source = NoteSource(sentences: sentences, schema: schema)
    salience = Salience(sentenceCount: sentences.count)
    var anaphors: [Anaphor] = []
    let annotations = source.store.annotations
    for index in annotations.indices where annotations[index].type == schema.anaphor {
      anaphors.append(Anaphor(annotations[index], schema.plan(of: annotations[index].type)))
    }
    self.anaphors = anaphors.sorted { $0.tokens.start < $1.tokens.start }
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

  // MARK: Sentences

  /// Whether a sentence has an anaphor that may be bound. Sentences come in text order.
  package mutating func hasAnaphor(in sentence: Int) -> Bool {
    let tokens = sentences[sentence]
    while next < anaphors.count, anaphors[next].tokens.start < tokens.start { next += 1 }
    return words(before: tokens.end).contains {
      ($0.isOne ? firstPerson : firstEntity) < tokens.end
    }
  }

  /// The words that are not bound yet of the sentence that ends with a token.
  private func words(before end: Int) -> ArraySlice<Anaphor> {
    var last = next
    while last < anaphors.count, anaphors[last].tokens.start < end { last += 1 }
    return anaphors[next..<last]
  }

  /// Marks the sentences whose clauses will be asked for to bind anaphors, as far as can be told before any is bound: those
  /// with a word for one person, but for those that mention nobody else, and those before that tell of people whom words
  /// may mean.
  package func markSentencesToRead(_ isWanted: inout [Bool], _ entities: EntityTable) {
    var place = 0
    var last: (people: Int?, company: Int?)
    for (number, sentence) in sentences.enumerated() where place < anaphors.count {
      while place < anaphors.count, anaphors[place].tokens.start < sentence.start { place += 1 }
      let first = place
      while place < anaphors.count, anaphors[place].tokens.start < sentence.end { place += 1 }
      let words = anaphors[first..<place]
      let outlook = source.outlook(of: number, entities)
      if words.contains(where: \.isOne), firstPerson < sentence.end {
        if outlook.people > 0 || !areOfOne(words) {
          isWanted[number] = true
        } else if let people = last.people {
          isWanted[people] = true
        }
      }
      if let company = last.company, words.contains(where: { !$0.isOne }) {
        isWanted[company] = true
      }
      if outlook.people > 0 { last.people = number }
      if outlook.people > 1 { last.company = number }
    }
  }

  /// Whether words may all stand for one person, whoever it is: behind the first only his possessives follow.
  private func areOfOne(_ words: ArraySlice<Anaphor>) -> Bool {
    words.allSatisfy { $0.isOne && $0.country == nil && $0.gender == words.first?.gender }
      && words.dropFirst().allSatisfy(\.isPossessive)
  }

  /// Notes what a sentence without anaphors speaks of.
  package mutating func note(
    _ structure: ClauseStructure, of sentence: Int, _ entities: EntityTable
  ) {
    salience.add(SentenceNotes(structure, entities, schema), of: sentence)
  }

  /// Binds the anaphors of a sentence where they can be bound without its clauses; does nothing and gives false where it
  /// takes them.
  ///
  /// A later question may read the clauses of the sentence, whose subjects are then the same: with no person beside, it does
  /// not matter when the words were bound.
  package mutating func bindWithoutClauses(
    in sentence: Int, after event: EventMention?, _ entities: inout EntityTable,
    _ reading: Reading
  ) -> Bool {
    let words = words(before: sentences[sentence].end)
    let hasPeople = source.outlook(of: sentence, entities).people > 0
    begin(sentence, entities)
    let isBound =
      if words.contains(where: \.isOne) {
        !hasPeople && areOfOne(words) && bindOne(words, in: sentence, &entities, reading)
      } else if words.count == 1, let word = words.first, !hasPeople {
        bindGroup(word, event, &entities, reading)
      } else {
        !words.contains { $0.size != nil } && members(nil, event, entities, reading) == nil
      }
    if isBound { next += words.count }
    return isBound
  }

  /// Binds the anaphors of a sentence with its clauses; `event` is the one read last. `reading` is asked for the clauses
  /// of sentences before that were passed.
  package mutating func bind(
    in structure: ClauseStructure, of sentence: Int, after event: EventMention?,
    _ entities: inout EntityTable, _ reading: Reading
  ) {
    let tokens = sentences[sentence]
    begin(sentence, entities)
    var passed = 0
    while next < anaphors.count, anaphors[next].tokens.start < tokens.end {
      let word = anaphors[next]
      note(&passed, before: word.tokens.start, structure, entities)
      if word.isOne {
        bindOne(word, structure, &entities, reading)
      } else {
        bindGroup(word, event, &entities, reading)
      }
      next += 1
    }
    note(&passed, before: .max, structure, entities)
    salience.notes.addGroups(structure, entities, schema)
    salience.finish()
  }

  private mutating func begin(_ sentence: Int, _ entities: EntityTable) {
    let source = source
    salience.begin(sentence) { source.outlook(of: $0, entities) }
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

  // MARK: Mentions

  mutating func mention(
    _ id: EntityID, _ tokens: TokenRange, as type: TypeID, _ entities: inout EntityTable
  ) {
    let isNew = entities.mention(id, tokens, .pronoun, rule: EntityResolver.rule, type: type)
    if isNew { compatriots?.add(id, at: tokens.start, entities) }
  }
}
