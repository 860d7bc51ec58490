/// Who was spoken of last: people who were subjects, and those who were named together.
///
/// Sentences that nobody has read wait until somebody asks, and are then read backwards as far as the answer takes, or
/// all at once where it lies further back. So the cost of all questions is linear in the number of sentences.
struct Salience {
  typealias Reference = EntityTable.Reference

  /// Gives the notes of a sentence by its number.
  typealias Reading = (Int) -> SentenceNotes

  private struct Passed {
    var sentence: Int
    /// Nil where the sentence has not been read.
    var notes: SentenceNotes?
  }

  /// Subjects and groups that are kept: a word for three may reach back over one for two.
  private static let reach = 4
  /// Sentences that a question goes through backwards.
  private static let lookBack = 12

  /// The sentence that is being read.
  var current = SentenceNotes()
  /// The sentences before it, as far as they are not settled.
  private var passed: [Passed] = []
  /// Of all sentences before these: each person once, and the groups, the last ones last.
  private var subjects: [Reference] = []
  private var groups: [[Reference]] = []

  /// Passes a sentence that was not read.
  mutating func pass(_ sentence: Int) { passed.append(Passed(sentence: sentence)) }

  /// Ends the sentence that is being read.
  mutating func finish(_ sentence: Int) {
    if passed.isEmpty {
      settle(current)
    } else {
      passed.append(Passed(sentence: sentence, notes: current))
    }
    current = SentenceNotes()
  }

  /// The last subject that fits, of as many as are kept.
  mutating func lastSubject(
    _ reading: Reading, where fits: (Reference) -> Bool
  ) -> Reference? {
    var others: [EntityID] = []
    for back in 0...min(passed.count, Self.lookBack) {
      for subject in notes(back, reading).subjects.reversed()
      where !others.contains(subject.entity) {
        if fits(subject) { return subject }
        others.append(subject.entity)
        if others.count == Self.reach { return nil }
      }
    }
    settleAll(reading)
    return subjects.last(where: fits)
  }

  /// The last subjects in text order, as many as asked for or all that are kept.
  mutating func lastSubjects(_ count: Int, _ reading: Reading) -> [Reference] {
    settleAll(reading)
    return subjects.suffix(count)
  }

  /// The last group that fits, of the last few or, with `isNearest`, of the very last alone.
  mutating func lastGroup(
    isNearest: Bool, _ reading: Reading, where fits: ([Reference]) -> Bool
  ) -> [Reference]? {
    let limit = isNearest ? 1 : Self.reach
    var count = 0
    for back in 0...min(passed.count, Self.lookBack) {
      for group in notes(back, reading).groups.reversed() {
        if fits(group) { return group }
        count += 1
        if count == limit { return nil }
      }
    }
    settleAll(reading)
    return groups.suffix(limit).last(where: fits)
  }

  /// The notes of the sentence so many sentences back.
  private mutating func notes(_ back: Int, _ reading: Reading) -> SentenceNotes {
    guard back > 0 else { return current }
    let place = passed.count - back
    if let known = passed[place].notes { return known }
    let found = reading(passed[place].sentence)
    passed[place].notes = found
    return found
  }

  private mutating func settleAll(_ reading: Reading) {
    for sentence in passed { settle(sentence.notes ?? reading(sentence.sentence)) }
    passed.removeAll(keepingCapacity: true)
    settle(current)
    current = SentenceNotes()
  }

  private mutating func settle(_ notes: SentenceNotes) {
    for subject in notes.subjects {
      subjects.removeAll { $0.entity == subject.entity }
      subjects.append(subject)
    }
    groups += notes.groups
    subjects.removeFirst(max(0, subjects.count - Self.reach))
    groups.removeFirst(max(0, groups.count - Self.reach))
  }
}
