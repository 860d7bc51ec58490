import Text

/// Joins noun groups into phrases: possessors, appositions and coordinations.
///
/// Works left to right over a sentence's elements in linear time. Prepositional complements are attached by the
/// clause builder, which knows what the verb takes. One per worker.
struct PhraseBuilder {
  /// A phrase by its first element, and the element behind its last.
  struct Placed {
    var phrase: PhraseID
    var end: Int
  }

  /// Members of one coordination at most: keeps the work on a sentence of names only linear.
  static let maximumMembers = 64

  private let tables: ClauseTables
  private var elements: [SentenceElement] = []
  private var structure = ClauseStructure()
  /// By element: the phrase that starts there.
  private(set) var placed: [Placed?] = []
  /// The members of the phrase that is being read.
  private var members: [NounPhrase.Head] = []
  /// A free phrase has been read and no finite verb since.
  private var hasWaitingSubject = false

  init(tables: ClauseTables) { self.tables = tables }

  /// Adds all phrases of a sentence to its structure, in text order; a possessor is a phrase of its own before its
  /// owner.
  mutating func build(_ elements: [SentenceElement], into structure: inout ClauseStructure) {
    swap(&self.structure, &structure)
    self.elements = elements
    placed.removeAll(keepingCapacity: true)
    placed.append(contentsOf: repeatElement(nil, count: elements.count))
    hasWaitingSubject = false
    addPhrases()
    self.elements = []
    swap(&self.structure, &structure)
  }

  private mutating func addPhrases() {
    var index = 0
    while index < elements.count {
      if isGroup(index) {
        if isFree(index) { hasWaitingSubject = true }
        index = addPhrase(from: index)
      } else {
        if elements[index].isFiniteVerb { hasWaitingSubject = false }
        index += 1
      }
    }
  }

  /// Whether no preposition and no verb governs the group at `index`, so that it may be a subject.
  private func isFree(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch elements[index - 1].kind {
    case .preposition, .prepositionOrSubordinator, .possessive: return false
    case .verbGroup: return tables.has(elements[index - 1].lemma, .clauseTaking)
    default: return true
    }
  }

  /// Adds the phrase that starts at element `start` and returns the element after it.
  private mutating func addPhrase(from start: Int) -> Int {
    members.removeAll(keepingCapacity: true)
    members.append(head(at: start))
    var next = addOwners(from: start)
    next = addAppositions(from: next)
    if let end = coordinationEnd(after: next), !opensNewClause(end, after: start) {
      addMembers(from: next, until: end)
      next = addFurther(from: end, after: start)
    }
    placed[start] = Placed(phrase: addPhrase(of: members[...], start..<next), end: next)
    return next
  }

  /// "A and B and C", "A and B, and C": adds what further coordinators bring and returns the element after it.
  private mutating func addFurther(from end: Int, after start: Int) -> Int {
    var next = end
    while members.count < Self.maximumMembers, let end = coordinationEnd(after: next),
      !opensNewClause(end, after: start)
    {
      addMembers(from: next, until: end)
      next = end
    }
    return next
  }

  /// Turns the last member into the owner of what follows a possessive, as often as there is one, and returns the
  /// element after the last that is owned.
  private mutating func addOwners(from start: Int, before end: Int = .max) -> Int {
    var next = start + 1
    while next < min(end, elements.count), elements[next].kind == .possessive, isGroup(next + 1) {
      let owner = addPhrase(of: members.suffix(1), start..<next)
      members[members.count - 1] = head(at: next + 1)
      members[members.count - 1].possessor = owner
      next += 2
    }
    return next
  }

  private mutating func addPhrase(
    of heads: ArraySlice<NounPhrase.Head>, _ range: Range<Int>
  ) -> PhraseID {
    let id = PhraseID(structure.phrases.count)
    let first = structure.heads.count
    structure.heads.append(contentsOf: heads)
    structure.phrases.append(
      NounPhrase(
        tokens: elements[range.lowerBound].tokens.hull(elements[range.upperBound - 1].tokens),
        heads: first..<structure.heads.count))
    return id
  }

  private func isGroup(_ index: Int) -> Bool {
    index < elements.count && elements[index].kind == .nounGroup
  }

  private func isComma(_ index: Int) -> Bool {
    index < elements.count && elements[index].kind == .comma
  }

  private func isCoordinator(_ index: Int) -> Bool {
    index < elements.count && elements[index].kind == .coordinator
  }

  private func head(at index: Int) -> NounPhrase.Head {
    NounPhrase.Head(
      tokens: elements[index].tokens, lemma: elements[index].lemma,
      isName: elements[index].isName)
  }

  /// "Wang Yi, the foreign minister of China, …": a group between commas that is no member of a list.
  private mutating func addAppositions(from start: Int) -> Int {
    var next = start
    let first = structure.appositions.count
    while isComma(next), isGroup(next + 1), !belongsToList(next),
      let end = appositionEnd(from: next + 1)
    {
      structure.appositions.append(elements[next + 1].tokens)
      next = isComma(end) ? end + 1 : end
    }
    members[0].appositions = first..<structure.appositions.count
    return next
  }

  /// The element after the group at `start` where it is an apposition: a comma or the sentence's end; with phrases of
  /// its own only where the verb follows the comma ("Sato, the envoy for trade with Kenya, arrived").
  private func appositionEnd(from start: Int) -> Int? {
    var next = groupEnd(start)
    if isComma(next) || endsSentence(next) { return next }
    var phrases = 0
    while phrases < 4, next < elements.count, elements[next].kind == .preposition, isGroup(next + 1)
    {
      next = groupEnd(next + 1)
      phrases += 1
    }
    return isComma(next) && isFollowedByFiniteVerb(next + 1) ? next : nil
  }

  private func endsSentence(_ index: Int) -> Bool {
    index >= elements.count || elements[index].kind == .boundary
  }

  /// Whether the comma at `index` stands in a list "A, B and C" rather than before an apposition.
  private func belongsToList(_ index: Int) -> Bool { coordinationEnd(after: index) != nil }

  /// The element after a coordination's last member, where "(, group)* [,] and group" starts at `index`.
  private func coordinationEnd(after index: Int) -> Int? {
    var next = index
    var members = 0
    while isComma(next), isGroup(next + 1), members < Self.maximumMembers {
      next = groupEnd(next + 1)
      members += 1
    }
    if isComma(next), isCoordinator(next + 1) { next += 1 }
    guard isCoordinator(next), isGroup(next + 1) else { return nil }
    return groupEnd(next + 1)
  }

  /// "Xi met Putin and Kim met Blinken": what a verb governs takes no member that is the subject of the next verb,
  /// unless a subject still waits for that verb ("Talks between Kenya and Somalia ended").
  private func opensNewClause(_ end: Int, after start: Int) -> Bool {
    guard isFollowedByFiniteVerb(end), start > 0 else { return false }
    let before = elements[start - 1].kind
    return before == .verbGroup || before == .preposition && !hasWaitingSubject
  }

  /// The element after a group and the groups that it possesses.
  private func groupEnd(_ start: Int) -> Int {
    var next = start + 1
    while next < elements.count, elements[next].kind == .possessive, isGroup(next + 1) {
      next += 2
    }
    return next
  }

  private func isFollowedByFiniteVerb(_ index: Int) -> Bool {
    var next = index
    while next < min(elements.count, index + 3), elements[next].kind == .adverb { next += 1 }
    return next < elements.count && elements[next].isFiniteVerb
  }

  private mutating func addMembers(from start: Int, until end: Int) {
    var next = start
    while next < end {
      if isGroup(next) {
        members.append(head(at: next))
        next = addOwners(from: next, before: end)
      } else {
        next += 1
      }
    }
  }
}
