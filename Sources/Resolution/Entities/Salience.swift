/// Who was spoken of last: people who were subjects, and those who were named together.
///
/// Sentences are read when somebody asks: backwards, as far as the answer takes, or all at once where it lies further
/// back. So the cost of all questions is linear in the number of sentences.
struct Salience {
  typealias Reference = EntityTable.Reference

  /// Gives the notes of a sentence by its number; nil where it surely has nothing of the aspect.
  typealias Reading = (Int, SentenceNotes.Aspect) -> SentenceNotes?

  /// Subjects and groups that are kept: a word for three may reach back over one for two.
  private static let reach = 4
  /// Sentences that a question goes through backwards.
  private static let lookBack = 12

  /// The sentence that is being read, and its number.
  private(set) var current = 0
  var notes = SentenceNotes()
  /// By sentence; nil where it has not been read.
  private var known: [SentenceNotes?]
  /// The subjects of all sentences before `subjectsEnd`, each person once, and the groups of all before `groupsEnd`; the
  /// last ones last.
  private var subjects: [Reference] = []
  private var subjectsEnd = 0
  private var groups: [[Reference]] = []
  private var groupsEnd = 0

  init(sentenceCount: Int) { known = Array(repeating: nil, count: sentenceCount) }

  /// Begins a sentence behind all that were begun before.
  mutating func begin(_ sentence: Int) {
    current = sentence
    notes = SentenceNotes()
  }

  /// Ends the sentence that is being read, of which all notes have been made.
  mutating func finish() { known[current] = notes }

  /// The last subject that fits, of as many as are kept.
  mutating func lastSubject(
    _ reading: Reading, where fits: (Reference) -> Bool
  ) -> Reference? {
    var others: [EntityID] = []
    func isOver(_ subjects: [Reference], _ result: inout Reference?) -> Bool {
      for subject in subjects.reversed() where !others.contains(subject.entity) {
        if fits(subject) { result = subject }
        others.append(subject.entity)
        if result != nil || others.count == Self.reach { return true }
      }
      return false
    }
    var result: Reference?
    if isOver(notes.subjects, &result) { return result }
    for sentence in (subjectsEnd..<current).reversed().prefix(Self.lookBack) {
      if isOver(notes(of: sentence, .subjects, reading).subjects, &result) { return result }
    }
    settleSubjects(reading)
    _ = isOver(subjects, &result)
    return result
  }

  /// The last group that fits, of the last few or, with `isNearest`, of the very last alone.
  mutating func lastGroup(
    isNearest: Bool, _ reading: Reading, where fits: ([Reference]) -> Bool
  ) -> [Reference]? {
    let limit = isNearest ? 1 : Self.reach
    var count = 0
    for sentence in (groupsEnd..<current).reversed().prefix(Self.lookBack) {
      for group in notes(of: sentence, .groups, reading).groups.reversed() {
        if fits(group) { return group }
        count += 1
        if count == limit { return nil }
      }
    }
    settleGroups(reading)
    return groups.suffix(limit).last(where: fits)
  }

  /// The two people who were the last subjects, in text order; nil where there are no two.
  mutating func lastTwo(_ reading: Reading) -> (EntityID, EntityID)? {
    guard let last = lastSubject(reading, where: { _ in true }),
      let first = lastSubject(reading, where: { $0.entity != last.entity })
    else { return nil }
    return (first.entity, last.entity)
  }

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
