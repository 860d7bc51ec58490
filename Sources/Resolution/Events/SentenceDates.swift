import Language
import Text

/// The dates of a sentence, each with the clause that owns it, for one of its events.
struct SentenceDates {
  private let occurrence: EventFinder.Occurrence
  private let structure: ClauseStructure
  private let words: EventWords
  private var dates: [TimeExpression]
  /// By the tokens of a date the number of its clause.
  private let owners: [TokenRange: Int]

  /// Those of `dates` that may date an event; none that the clause `other` owns.
  init(
    _ dates: [TimeExpression], _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure,
    _ words: EventWords, besides other: ClauseID?
  ) {
    self.occurrence = occurrence
    self.structure = structure
    self.words = words
    self.dates = dates
    owners = Dictionary(
      structure.clauses.indices.flatMap { index in
        structure.adjuncts(of: structure.clauses[index]).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
    self.dates = dates.filter { date in
      !isOfOtherNoun(date) && (other == nil || owner(of: date) != other)
    }
  }

  /// The date of the event's noun, else of its clause, of the clauses beside it, of its own words, or the only one.
  func date(of event: EventMention, endingWith end: Int) -> TimeExpression? {
    if let modifier = dates.first(where: isModifier) { return modifier }
    let own = dates.filter { owner(of: $0) == occurrence.clause && occurrence.clause != nil }
    if let nearest = Self.nearest(own, to: event.trigger) { return nearest }
    if let before = dateBefore() ?? sharedDate(before: event.trigger.start) { return before }
    let others = occurrence.isVerb ? [] : occurrence.clauses
    let beside = dates.filter { owner(of: $0).map(others.contains) ?? false }
    if let nearest = Self.nearest(beside, to: event.trigger) { return nearest }
    let inside = dates.filter { event.tokens.contains($0.tokens) && owner(of: $0) == nil }
    return Self.nearest(inside, to: event.trigger) ?? only(endingWith: end)
  }

  private func owner(of date: TimeExpression) -> ClauseID? {
    owners[date.tokens].map { ClauseID($0) }
  }

  /// The first after the trigger, else the last before it.
  private static func nearest(
    _ dates: [TimeExpression], to trigger: TokenRange
  ) -> TimeExpression? {
    dates.first { $0.tokens.start >= trigger.end } ?? dates.last
  }

  // MARK: Nouns

  /// Whether a date belongs to the noun that triggers the event: "his June 12 meeting".
  func isModifier(_ date: TimeExpression) -> Bool {
    guard let noun = occurrence.noun, !occurrence.isVerb else { return false }
    return structure[noun.head].tokens.contains(date.tokens)
  }

  /// "The 2018 Winter Games", "the 1995 accord": a year without a preposition is the name's that it stands in.
  private func isOfOtherNoun(_ time: TimeExpression) -> Bool {
    guard !time.hasPreposition, case .date(let date) = time.value, date.month == nil,
      date.year != nil
    else { return false }
    return structure.phrases.indices.contains { phrase in
      structure.headIDs(of: PhraseID(phrase)).contains { head in
        let tokens = structure[head].tokens
        return tokens.contains(time.tokens) && tokens.end > time.tokens.end
          && head != occurrence.noun?.head
      }
    }
  }

  // MARK: Other clauses

  /// The date on which the event's clause hangs: "in May, when they met", "a call on June 15 in which they agreed".
  private func dateBefore() -> TimeExpression? {
    guard let clause = occurrence.clause.map({ structure[$0] }) else { return nil }
    let hangs: Bool
    switch clause.relation {
    case .adverbial, .relative: hangs = true
    default: hangs = clause.marker.map { words.has($0, .then) } ?? false
    }
    guard hangs else { return nil }
    // At most a comma and a relative word stand between.
    return dates.last { (0...2).contains(clause.tokens.start - $0.tokens.end) }
  }

  /// The date of a clause that the event's goes on from with the same subject and tense: "flew in on Sunday and met the
  /// king".
  private func sharedDate(before trigger: Int) -> TimeExpression? {
    guard var clause = occurrence.clause.map({ structure[$0] }) else { return nil }
    var shared: [ClauseID] = []
    while clause.relation == .coordinated, clause.isSubjectShared, let governor = clause.governor,
      structure[governor].group.tense == clause.group.tense, !shared.contains(governor)
    {
      shared.append(governor)
      clause = structure[governor]
    }
    return dates.last { date in
      date.tokens.end <= trigger && owner(of: date).map(shared.contains) ?? false
    }
  }

  /// The only date of the sentence, unless a clause owns it that has nothing to do with the event.
  private func only(endingWith end: Int) -> TimeExpression? {
    guard dates.count == 1, let only = dates.first else { return nil }
    // A caption ends with its date: "…, in Istanbul, Jan. 23, 2016."
    if only.value.isFullDay, end - only.tokens.end <= 1, !only.hasPreposition { return only }
    // Another clause's date is the event's only where that clause governs it, and is no report.
    guard let owner = owner(of: only) else { return only }
    guard let clause = occurrence.clause, governs(owner, clause) else { return nil }
    let isReport =
      structure[clause].relation == .complement && structure[clause].governor == owner
    return isReport ? nil : only
  }

  /// Whether a clause governs another, at whatever remove.
  private func governs(_ a: ClauseID, _ b: ClauseID) -> Bool {
    var next: ClauseID? = b
    while let id = next {
      if id == a { return true }
      switch structure[id].relation {
      case .main, .coordinated: return false
      default: next = structure[id].governor
      }
    }
    return false
  }
}
