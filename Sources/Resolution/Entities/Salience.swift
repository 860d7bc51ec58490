/// Who was spoken of last: people who were subjects, and those who were named together.
///
/// Sentences are read when somebody asks: backwards, as far as the answer takes, or all at once where it lies further
/// back. So the cost of all questions is linear in the number of sentences. A sentence is not read where whoever it
/// mentions cannot change the answer.
struct Salience {
  typealias Reference = EntityTable.Reference

  /// Gives the notes of a sentence by its number; nil where it surely has nothing of the aspect.
  typealias Reading = (Int, SentenceNotes.Aspect) -> SentenceNotes?

  /// Whoever was found, and how many were passed who did not fit, at most.
  typealias Found = (reference: Reference, passed: Int)

  /// Subjects and groups that are kept: a word for three may reach back over one for two.
  private static let reach = 4
  /// Sentences that a question goes through backwards.
  private static let lookBack = 12

  /// The sentence that is being read, and its number.
  private(set) var current = 0
  var notes = SentenceNotes()
  /// By sentence; nil where it has not been read.
  private var known: [SentenceNotes?]
  /// By sentence: the one person whom it mentions, where he is the last subject before it that is of a gender as well.
  private var led: [Leader?]
  /// The subjects of all sentences before `subjectsEnd`, each person once, and the groups of all before `groupsEnd`; the
  /// last ones last.
  private var subjects: [Reference] = []
  private var subjectsEnd = 0
  private var groups: [[Reference]] = []
  private var groupsEnd = 0
  private var trail = GroupTrail()

  private struct Leader {
    var gender: String?
    var found: Found
  }

  init(sentenceCount: Int) {
    known = Array(repeating: nil, count: sentenceCount)
    led = Array(repeating: nil, count: sentenceCount)
  }

  /// Begins a sentence behind all that were begun before.
  mutating func begin(_ sentence: Int) {
    current = sentence
    notes = SentenceNotes()
  }

  /// Ends the sentence that is being read, of which all notes have been made.
  mutating func finish() { known[current] = notes }

  /// Ends the sentence unread: it mentions nobody but whoever was found as the last subject of a gender before it.
  mutating func finish(ledBy found: Found, gender: String?) {
    led[current] = Leader(gender: gender, found: found)
  }

  // MARK: Subjects

  /// Those who were passed on the way back to a subject that fits.
  private struct Search {
    private(set) var passed: [EntityID] = []
    private(set) var reference: Reference?

    var found: Found? { reference.map { ($0, passed.count) } }

    /// Goes through subjects from the last on; whether the search is over.
    mutating func pass(_ subjects: [Reference], where fits: (Reference) -> Bool) -> Bool {
      for subject in subjects.reversed() where !passed.contains(subject.entity) {
        if fits(subject) {
          reference = subject
          return true
        }
        if pass(subject.entity) { return true }
      }
      return false
    }

    /// Passes somebody who does not fit; whether the search is over.
    mutating func pass(_ entity: EntityID) -> Bool {
      if !passed.contains(entity) { passed.append(entity) }
      return passed.count >= Salience.reach
    }
  }

  /// The last subject that is of a gender and fits, of as many as are kept. `people` gives those whom a sentence mentions.
  mutating func lastSubject<People: Sequence<Reference>>(
    gender: String?, among people: (Int) -> People, _ reading: Reading,
    where fits: (Reference) -> Bool
  ) -> Found? {
    var search = Search()
    if search.pass(notes.subjects, where: fits) { return search.found }
    for sentence in (subjectsEnd..<current).reversed().prefix(Self.lookBack) {
      if known[sentence] == nil,
        let found = guess(from: sentence, search, gender, people, where: fits)
      {
        return found
      }
      let subjects = notes(of: sentence, .subjects, reading).subjects
      if search.pass(subjects, where: fits) { return search.found }
    }
    settleSubjects(reading)
    _ = search.pass(subjects, where: fits)
    return search.found
  }

  /// The end of a search from a sentence backwards, as far as it can be told without reading any: where all who fit are
  /// one and the same up to where he was a subject.
  private func guess<People: Sequence<Reference>>(
    from first: Int, _ search: Search, _ gender: String?, _ people: (Int) -> People,
    where fits: (Reference) -> Bool
  ) -> Found? {
    var search = search
    var only: Reference?
    for sentence in (subjectsEnd...first).reversed().prefix(Self.lookBack) {
      if let notes = known[sentence] {
        guard search.pass(notes.subjects, where: fits) else { continue }
        guard let found = search.found else { return nil }
        return only.map(found.reference.isSame) ?? true ? found : nil
      }
      for person in people(sentence) {
        if fits(person) {
          guard only.map(person.isSame) ?? true else { return nil }
          only = person
        } else if search.pass(person.entity) {
          return nil
        }
      }
      if let leader = led[sentence], leader.gender == gender, let only,
        only.isSame(leader.found.reference)
      {
        let passed = search.passed.count + leader.found.passed
        return passed < Self.reach ? (only, passed) : nil
      }
    }
    return nil
  }

  /// The two people who were the last subjects, in text order; nil where there are no two.
  mutating func lastTwo<People: Sequence<Reference>>(
    among people: (Int) -> People, _ reading: Reading
  ) -> (EntityID, EntityID)? {
    guard
      let last = lastSubject(gender: nil, among: people, reading, where: { _ in true })?.reference,
      let first = lastSubject(
        gender: nil, among: people, reading, where: { $0.entity != last.entity })?.reference
    else { return nil }
    return (first.entity, last.entity)
  }

  // MARK: Groups

  /// The last group that fits, of the last few. `outlook` tells how many a sentence mentions.
  mutating func lastGroup(
    of size: Int, _ outlook: (Int) -> SentenceNotes.Outlook, _ reading: Reading
  ) -> [Reference]? {
    trail.follow(to: current, outlook)
    guard trail.mostNamed >= size else { return nil }
    var count = 0
    for sentence in (groupsEnd..<current).reversed().prefix(Self.lookBack) {
      for group in notes(of: sentence, .groups, reading).groups.reversed() {
        if group.count == size { return group }
        count += 1
        if count == Self.reach { return nil }
      }
    }
    settleGroups(reading)
    return groups.last { $0.count == size }
  }

  /// The people of the very last group, where they are several. `outlook` tells how many a sentence mentions.
  mutating func lastPeople(
    _ outlook: (Int) -> SentenceNotes.Outlook, _ reading: Reading,
    where isPerson: (Reference) -> Bool
  ) -> [Reference]? {
    trail.follow(to: current, outlook)
    while let sentence = trail.lastCompany {
      guard let group = notes(of: sentence, .groups, reading).groups.last else {
        trail.dropLastCompany()
        continue
      }
      let people = group.filter(isPerson)
      guard people.count > 1 else {
        trail.dropAllCompanies()
        return nil
      }
      while let later = trail.last(behind: sentence) {
        guard notes(of: later, .groups, reading).groups.isEmpty else {
          trail.dropAllCompanies()
          return nil
        }
        trail.dropLast()
      }
      return people
    }
    return nil
  }

  // MARK: Reading

  private mutating func notes(
    of sentence: Int, _ aspect: SentenceNotes.Aspect, _ reading: Reading
  ) -> SentenceNotes {
    if let known = known[sentence] { return known }
    guard let found = reading(sentence, aspect) else { return SentenceNotes() }
    known[sentence] = found
    return found
  }

  private mutating func settleSubjects(_ reading: Reading) {
    while subjectsEnd < current {
      for subject in notes(of: subjectsEnd, .subjects, reading).subjects {
        subjects.removeAll { $0.entity == subject.entity }
        subjects.append(subject)
      }
      subjects.removeFirst(max(0, subjects.count - Self.reach))
      subjectsEnd += 1
    }
  }

  private mutating func settleGroups(_ reading: Reading) {
    while groupsEnd < current {
      groups += notes(of: groupsEnd, .groups, reading).groups
      groups.removeFirst(max(0, groups.count - Self.reach))
      groupsEnd += 1
    }
  }
}
