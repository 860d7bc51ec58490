import Rules
import Text

/// Reads a sentence's annotations as elements for the clause builder; one per worker.
///
/// Linear in the number of tokens.
struct ElementBuilder {
  private let schema: ClauseSchema
  private let phrasal: PhrasalVerbs
  private let verbs: VerbGroupReader
  private var connectives: ConnectiveTable
  private var elements: [SentenceElement] = []
  /// The first time expression that does not start before the token that is being read.
  private var nextTime = 0

  init(
    _ schema: ClauseSchema, phrasal: PhrasalVerbs, _ readings: ReadingCache,
    _ vocabulary: inout Vocabulary
  ) {
    self.schema = schema
    self.phrasal = phrasal
    verbs = VerbGroupReader(fields: schema.verbFields)
    connectives = ConnectiveTable(
      readings, owningRelatives: Set(schema.owningRelatives.map { vocabulary.intern($0) }))
  }

  /// The elements of a sentence in text order.
  mutating func elements(
    of sentence: TokenRange, in source: ClauseSource
  ) -> [SentenceElement] {
    elements.removeAll(keepingCapacity: true)
    nextTime = source.times.partitioningIndex { $0.start >= sentence.start }
    var index = sentence.start
    while index < sentence.end { index = add(at: index, sentence, source) }
    resolve()
    return elements
  }

  /// Whether some word of a sentence may be a coordinator.
  mutating func hasCoordinator(in sentence: TokenRange, of document: MatchDocument) -> Bool {
    for token in sentence.indices {
      let id = document.text.tokens[token].id
      if connectives.parts(of: id, in: document.vocabulary).contains(.coordinator) { return true }
    }
    return false
  }

  /// The annotations that decide what element starts at a token.
  private struct Start {
    var aside: TokenRange?
    var verb: AnnotationID?
    var verbTokens = TokenRange(0, 0)
    /// The longest noun group or name.
    var nominal: TokenRange?
  }

  private func start(
    at index: Int, before end: Int, _ store: AnnotationStore
  ) -> Start {
    var result = Start()
    var next = store.first(startingAt: index)
    while let id = next {
      next = store.next(after: id)
      let (type, tokens) = store.span(of: id)
      guard tokens.end <= end else { continue }
      let part = schema.part(type)
      if part.contains(.aside), result.aside == nil { result.aside = tokens }
      if part.contains(.verbGroup), result.verb == nil {
        result.verb = id
        result.verbTokens = tokens
      }
      if part.contains(.nominal), tokens.count > result.nominal?.count ?? 0 {
        result.nominal = tokens
      }
    }
    return result
  }

  /// Adds the element at a token and returns the token after it.
  private mutating func add(
    at index: Int, _ sentence: TokenRange, _ source: ClauseSource
  ) -> Int {
    if let time = time(at: index, source.times), time.end <= sentence.end {
      append(.time, time, lemma: index, source.document)
      return addRest(behind: time, sentence, source)
    }
    let parts = connectives.parts(
      of: source.document.text.tokens[index].id, in: source.document.vocabulary)
    if parts.contains(.owningRelative) { return addOwningRelative(at: index, sentence, source) }
    guard source.store.hasAnnotation(startingAt: index) else {
      addWord(at: index, parts, source.document)
      return index + 1
    }
    let start = start(at: index, before: sentence.end, source.store)
    if let aside = start.aside { return aside.end }
    if let nominal = start.nominal, let cut = firstTime(inside: nominal, source.times) {
      append(.nounGroup, TokenRange(index, cut), lemma: cut - 1, source.document)
      return cut
    }
    if let nominal = start.nominal, nominal.count > start.verbTokens.count {
      let reach = reach(of: nominal, before: sentence.end, source.store)
      let end = firstTime(inside: TokenRange(index, reach), source.times) ?? reach
      append(.nounGroup, TokenRange(index, end), lemma: end - 1, source.document)
      return end
    }
    if let verb = start.verb { return addVerb(verb, before: sentence.end, source) }
    addWord(at: index, parts, source.document)
    return index + 1
  }

  /// "On Tuesday talks were held": what a noun group that a time begins has behind it is a noun group of its own.
  private mutating func addRest(
    behind time: TokenRange, _ sentence: TokenRange, _ source: ClauseSource
  ) -> Int {
    let group = start(at: time.start, before: sentence.end, source.store).nominal
    guard let end = group?.end, end > time.end else { return time.end }
    append(.nounGroup, TokenRange(time.end, end), lemma: end - 1, source.document)
    return end
  }

  /// "whose envoy": the pronoun and the noun group that it opens are two elements.
  private mutating func addOwningRelative(
    at index: Int, _ sentence: TokenRange, _ source: ClauseSource
  ) -> Int {
    append(.owningRelative, TokenRange(index, index + 1), lemma: index, source.document)
    let end = [index, index + 1].compactMap {
      start(at: $0, before: sentence.end, source.store).nominal?.end
    }.max()
    guard let end, end > index + 1 else { return index + 1 }
    append(.nounGroup, TokenRange(index + 1, end), lemma: end - 1, source.document)
    return end
  }

  /// "his counterpart, Sato": where a name begins inside a noun group and reaches further, both are one.
  private func reach(of tokens: TokenRange, before end: Int, _ store: AnnotationStore) -> Int {
    var result = tokens.end
    for inner in tokens.indices.dropFirst() where store.hasAnnotation(startingAt: inner) {
      result = max(result, start(at: inner, before: end, store).nominal?.end ?? 0)
    }
    return result
  }

  /// Adds a verb, with the particle behind it where they are a verb of two words ("sat down").
  private mutating func addVerb(
    _ verb: AnnotationID, before end: Int, _ source: ClauseSource
  ) -> Int {
    let document = source.document
    var tokens = source.store.span(of: verb).tokens
    let fields = source.store.annotations[verb.rawValue].fields
    let last = document.text.tokens[tokens.end - 1].id
    var lemma =
      verbs.lemma(fields, document.vocabulary) ?? document.vocabulary.folded(last)
    if tokens.end < end {
      let next = document.vocabulary.folded(document.text.tokens[tokens.end].id)
      if let joined = phrasal[lemma, next] {
        lemma = joined
        tokens = TokenRange(tokens.start, tokens.end + 1)
      }
    }
    let group = verbs.group(fields, document.vocabulary)
    elements.append(SentenceElement(kind: .verbGroup, tokens: tokens, lemma: lemma, verb: group))
    return tokens.end
  }

  /// The time expression that starts at a token. Tokens are asked of in ascending order.
  private mutating func time(at index: Int, _ times: [TokenRange]) -> TokenRange? {
    while nextTime < times.count, times[nextTime].start < index { nextTime += 1 }
    guard nextTime < times.count, times[nextTime].start == index else { return nil }
    return times[nextTime]
  }

  /// "the anniversary last September": a noun group ends where a time expression that reaches its end begins; one
  /// inside belongs to it ("a three-day visit").
  private func firstTime(inside tokens: TokenRange, _ times: [TokenRange]) -> Int? {
    var place = nextTime
    while place < times.count, times[place].start < tokens.end {
      if times[place].start > tokens.start, times[place].end >= tokens.end {
        return times[place].start
      }
      place += 1
    }
    return nil
  }

  private mutating func append(
    _ kind: SentenceElement.Kind, _ tokens: TokenRange, lemma: Int, _ document: MatchDocument
  ) {
    let token = document.text.tokens[lemma].id
    var isName = false
    if kind == .nounGroup {
      let letterCase = document.vocabulary.shape(token).letterCase
      isName = letterCase != .lower && letterCase != .none
    }
    elements.append(
      SentenceElement(
        kind: kind, tokens: tokens, lemma: document.vocabulary.folded(token), isName: isName))
  }

  private mutating func addWord(
    at index: Int, _ parts: ConnectiveTable.Parts, _ document: MatchDocument
  ) {
    append(kind(of: parts), TokenRange(index, index + 1), lemma: index, document)
  }

  private func kind(of parts: ConnectiveTable.Parts) -> SentenceElement.Kind {
    if parts.contains(.comma) { return .comma }
    if parts.contains(.quotationMark) { return .quotationMark }
    if parts.contains(.boundary) { return .boundary }
    if parts.contains(.possessive) { return .possessive }
    if parts.contains(.coordinator), !parts.contains(.preposition) { return .coordinator }
    if parts.contains(.relative), isRelative(parts) { return .relativePronoun }
    if parts.contains(.preposition) {
      return parts.contains(.subordinator) ? .prepositionOrSubordinator : .preposition
    }
    if parts.contains(.subordinator) { return .subordinator }
    return parts.contains(.adverb) ? .adverb : .other
  }

  /// A relative pronoun that is also a conjunction is relative only right behind a noun group.
  private func isRelative(_ parts: ConnectiveTable.Parts) -> Bool {
    !parts.contains(.subordinator) || elements.last?.kind == .nounGroup
  }

  /// Decides between preposition and conjunction where a word is both: it opens a clause where a noun group and a
  /// finite verb follow.
  private mutating func resolve() {
    for index in elements.indices {
      guard elements[index].kind == .prepositionOrSubordinator else { continue }
      elements[index].kind = opensClause(at: index + 1) ? .subordinator : .preposition
    }
  }

  /// Whether a finite verb follows a noun group, or several that are coordinated or own each other.
  private func opensClause(at start: Int) -> Bool {
    var index = start
    while index < min(elements.count, start + Self.longestSubject),
      elements[index].kind == .nounGroup
    {
      index += 1
      guard index < elements.count else { return false }
      switch elements[index].kind {
      case .possessive, .coordinator: index += 1
      case .adverb: return index + 1 < elements.count && elements[index + 1].isFiniteVerb
      default: return elements[index].isFiniteVerb
      }
    }
    return false
  }

  /// Elements of a subject in which its verb is looked for.
  private static let longestSubject = 12
}
