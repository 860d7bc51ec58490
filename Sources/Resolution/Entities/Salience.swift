/// Who was spoken of last: people who were subjects, and those who were named together.
///
/// Sentences are read when somebody asks: backwards, as far as the answer takes, or all at once where it lies further
/// back. So the cost of all questions is linear in the number of sentences. A sentence is not read where whoever it
/// mentions cannot change the answer.
struct Salience {
  typealias Reference = EntityTable.Reference

  /// Gives the notes of a sentence by its number; nil where it surely has nothing of the aspect.
  typealias Reading = (Int, SentenceNotes.Aspect) -> SentenceNotes?

  /// Whoever was found.
  struct Found {
    var reference: Reference
    /// How many subjects were passed who did not fit, at most; nil where it is not known whether this one was a subject.
    var passed: Int?
  }

  /// Subjects and groups that are kept: a word for three may reach back over one for two.
  private static let reach = 4
  /// Sentences with people that a question goes through backwards; those of which it may tell unread who was meant, and
  /// from how many it tries.
  private static let lookBack = 64
  private static let guessBack = 24
  private static let guesses = 8

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
  private var trail = MentionTrail()

  private struct Leader {
    var gender: String?
    var person: Reference
    var passed: Int
  }

  init(sentenceCount: Int) {
    known = Array(repeating: nil, count: sentenceCount)
    led = Array(repeating: nil, count: sentenceCount)
  }

  /// Begins a sentence behind all that were begun before; `outlook` tells how many one before it mentions.
  mutating func begin(_ sentence: Int, _ outlook: (Int) -> SentenceNotes.Outlook) {
    trail.follow(to: sentence, outlook)
    current = sentence
    notes = SentenceNotes()
  }

  /// Notes what a sentence speaks of that asked nothing.
  mutating func add(_ notes: SentenceNotes, of sentence: Int) { known[sentence] = notes }

  /// Ends the sentence that is being read, of which all notes have been made.
  mutating func finish() { known[current] = notes }

  /// Ends the sentence unread: it mentions nobody but whoever was found as the last subject of a gender before it.
  mutating func finish(ledBy found: Found, gender: String?) {
    guard let passed = found.passed else { return }
    led[current] = Leader(gender: gender, person: found.reference, passed: passed)
  }

  // MARK: Subjects

  /// Those who were passed on the way back to a subject that fits.
  private struct Search {
    private(set) var passed: [EntityID] = []
    private(set) var reference: Reference?

    var found: Found? { reference.map { Found(reference: $0, passed: passed.count) } }

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

  /// The last subject that is of a gender and fits, of as many as are kept, else whoever was mentioned last. `people` gives
  /// those whom a sentence mentions.
  mutating func lastSubject<People: Sequence<Reference>>(
    gender: String?, orMentioned mentioned: Reference?, among people: (Int) -> People,
    _ reading: Reading, where fits: (Reference) -> Bool
  ) -> Found? {
    find(gender, mentioned, people, reading, where: fits)
      ?? mentioned.map { Found(reference: $0, passed: nil) }
  }

  private mutating func find<People: Sequence<Reference>>(
    _ gender: String?, _ mentioned: Reference?, _ people: (Int) -> People, _ reading: Reading,
    where fits: (Reference) -> Bool
  ) -> Found? {
    var search = Search()
    if search.pass(notes.subjects, where: fits) { return search.found }
    let places = trail.people.indices
    for place in places.suffix(Self.lookBack).reversed() {
      let sentence = trail.people[place]
      guard sentence >= subjectsEnd else { break }
      if known[sentence] == nil, places.upperBound - place <= Self.guesses,
        let found = guess(from: place, search, gender, mentioned, people, where: fits)
      {
        return found
      }
      let subjects = notes(of: sentence, .subjects, reading).subjects
      if search.pass(subjects, where: fits) { return search.found }
    }
    if places.count > Self.lookBack { settleSubjects(reading) }
    _ = search.pass(subjects, where: fits)
    return search.found
  }

  /// The end of a search from a place of the trail backwards, as far as it can be told without reading any: where all who
  /// fit are one and the same up to where he was a subject, or to the beginning where it is he who was mentioned last.
  private func guess<People: Sequence<Reference>>(
    from first: Int, _ search: Search, _ gender: String?, _ mentioned: Reference?,
    _ people: (Int) -> People, where fits: (Reference) -> Bool
  ) -> Found? {
    var search = search
    var only: Reference?
    for place in (0...first).suffix(Self.guessBack).reversed() {
      let sentence = trail.people[place]
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
        only.isSame(leader.person)
      {
        let passed = search.passed.count + leader.passed
        return passed < Self.reach ? Found(reference: only, passed: passed) : nil
      }
    }
    guard subjectsEnd == 0, first < Self.guessBack, let only, let mentioned,
      only.isSame(mentioned)
    else { return nil }
    return Found(reference: only, passed: nil)
  }

  /// The two people who were the last subjects, in text order; nil where there are no two.
  mutating func lastTwo<People: Sequence<Reference>>(
    among people: (Int) -> People, _ reading: Reading
  ) -> (EntityID, EntityID)? {
    guard
      let last = find(nil, nil, people, reading, where: { _ in true })?.reference,
      let first = find(nil, nil, people, reading, where: { $0.entity != last.entity })?.reference
    else { return nil }
    return (first.entity, last.entity)
  }

  // MARK: Groups

  /// The last group of a size, of the last few.
  mutating func lastGroup(
    of size: Int, _ reading: Reading
  ) -> [Reference]? {
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

  /// The people of the very last group, where they are several.
  mutating func lastPeople(
    _ reading: Reading, where isPerson: (Reference) -> Bool
  ) -> [Reference]? {
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
      while let later = trail.lastGroup(behind: sentence) {
        guard notes(of: later, .groups, reading).groups.isEmpty else {
          trail.dropAllCompanies()
          return nil
        }
        trail.dropLastGroup()
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
