package import Rules
package import Text

/// What the clause layer reads of a pack: the types of its groups, from the pack's schema.
package struct ClauseSchema: Sendable {
  package var verbGroup: TypeID
  /// Types whose annotations are noun groups or names.
  package var nominals: Set<TypeID>
  /// Types whose annotations play no part in a clause ("left," in a caption).
  package var asides: Set<TypeID>
  /// Relative pronouns that own the noun behind them ("whose"), by their spelling.
  package var owningRelatives: [String]

  /// Reads the keys `verb_group`, `nominals`, `asides` and `owning_relatives`; nil where a pack has no clauses.
  package init?(_ program: Program) {
    guard let verb = program.schema["verb_group"]?.first.flatMap({ program.type($0) }),
      let names = program.schema["nominals"]
    else { return nil }
    verbGroup = verb
    nominals = Set(names.compactMap { program.type($0) })
    asides = Set((program.schema["asides"] ?? []).compactMap { program.type($0) })
    owningRelatives = program.schema["owning_relatives"] ?? []
  }
}

/// Reads a sentence's annotations as elements for the clause builder. Linear in the number of tokens.
package struct ElementBuilder {
  private let vocabulary: Vocabulary
  private let tokens: [Token]
  private let store: AnnotationStore
  private let program: Program
  private let schema: ClauseSchema
  private let lexicon: Lexicon
  /// Time expressions by their first token.
  private let times: [Int: TokenRange]
  /// Verbs of two words by their words.
  private let phrasal: [[TokenID]: TokenID]
  private let owningRelatives: Set<TokenID>
  private var elements: [SentenceElement] = []

  package init(
    document: MatchDocument, store: AnnotationStore, program: Program, schema: ClauseSchema,
    lexicon: Lexicon, times: [Int: TokenRange], phrasal: [[TokenID]: TokenID]
  ) {
    vocabulary = document.vocabulary
    tokens = document.text.tokens
    self.store = store
    self.program = program
    self.schema = schema
    self.lexicon = lexicon
    self.times = times
    self.phrasal = phrasal
    owningRelatives = Set(schema.owningRelatives.compactMap { document.vocabulary.find($0) })
  }

  /// The elements of a sentence in text order.
  package mutating func elements(
    of sentence: TokenRange, connectives: inout ConnectiveTable
  ) -> [SentenceElement] {
    elements.removeAll(keepingCapacity: true)
    var index = sentence.start
    while index < sentence.end { index = add(at: index, sentence, &connectives) }
    return Self.resolved(elements)
  }

  /// Adds the element at a token and returns the token after it.
  private mutating func add(
    at index: Int, _ sentence: TokenRange, _ connectives: inout ConnectiveTable
  ) -> Int {
    if let time = times[index], time.end <= sentence.end {
      append(.time, time, lemma: index)
      return time.end
    }
    if owningRelatives.contains(vocabulary.folded(tokens[index].id)) {
      return addOwningRelative(at: index, sentence)
    }
    guard store.hasAnnotation(startingAt: index) else {
      addWord(at: index, &connectives)
      return index + 1
    }
    let found = store.annotations(startingAt: index).filter { $0.tokens.end <= sentence.end }
    if let aside = found.first(where: { schema.asides.contains($0.type) }) {
      return aside.tokens.end
    }
    let verb = found.first { $0.type == schema.verbGroup }
    let nominal = found.filter { schema.nominals.contains($0.type) }
      .max { $0.tokens.count < $1.tokens.count }
    if let nominal, let cut = firstTime(inside: nominal.tokens) {
      let tokens = TokenRange(nominal.tokens.start, cut)
      append(.nounGroup, tokens, lemma: cut - 1)
      return cut
    }
    if let nominal, verb == nil || nominal.tokens.count > (verb?.tokens.count ?? 0) {
      let reach = reach(of: nominal.tokens, before: sentence.end)
      let end = firstTime(inside: TokenRange(index, reach)) ?? reach
      append(.nounGroup, TokenRange(index, end), lemma: end - 1)
      return end
    }
    if let verb {
      return addVerb(verb, before: sentence.end)
    }
    addWord(at: index, &connectives)
    return index + 1
  }

  /// "whose envoy": the pronoun and the noun group that it opens are two elements.
  private mutating func addOwningRelative(at index: Int, _ sentence: TokenRange) -> Int {
    append(.owningRelative, TokenRange(index, index + 1), lemma: index)
    let groups = [index, index + 1].flatMap { store.annotations(startingAt: $0) }
      .filter { schema.nominals.contains($0.type) && $0.tokens.end <= sentence.end }
    guard let end = groups.map(\.tokens.end).max(), end > index + 1 else { return index + 1 }
    append(.nounGroup, TokenRange(index + 1, end), lemma: end - 1)
    return end
  }

  /// "his counterpart, Sato": where a name begins inside a noun group and reaches further, both are one.
  private func reach(of tokens: TokenRange, before end: Int) -> Int {
    tokens.indices.dropFirst().reduce(tokens.end) { reach, start in
      guard store.hasAnnotation(startingAt: start) else { return reach }
      let inner = store.annotations(startingAt: start)
        .filter { schema.nominals.contains($0.type) && $0.tokens.end <= end }
        .map(\.tokens.end).max()
      return max(reach, inner ?? 0)
    }
  }

  /// Adds a verb, with the particle behind it where they are a verb of two words ("sat down").
  private mutating func addVerb(_ verb: Annotation, before end: Int) -> Int {
    var tokens = verb.tokens
    var lemma = lemma(of: verb)
    if tokens.end < end {
      let next = vocabulary.folded(self.tokens[tokens.end].id)
      if let joined = phrasal[[lemma, next]] {
        lemma = joined
        tokens = TokenRange(tokens.start, tokens.end + 1)
      }
    }
    elements.append(SentenceElement(.verbGroup(group(verb)), tokens: tokens, lemma: lemma))
    return tokens.end
  }

  /// "the anniversary last September": a noun group ends where a time expression that reaches its end begins; one
  /// inside belongs to it ("a three-day visit").
  private func firstTime(inside tokens: TokenRange) -> Int? {
    (tokens.start + 1..<max(tokens.start + 1, tokens.end)).first { start in
      times[start].map { $0.end >= tokens.end } ?? false
    }
  }

  private mutating func append(_ kind: SentenceElement.Kind, _ tokens: TokenRange, lemma: Int) {
    let token = self.tokens[lemma].id
    let isName =
      kind == .nounGroup && ![.lower, .none].contains(vocabulary.shape(token).letterCase)
    elements.append(
      SentenceElement(
        kind, tokens: tokens, lemma: vocabulary.folded(token), isName: isName))
  }

  private func lemma(of verb: Annotation) -> TokenID {
    let name = program.value("lemma", of: verb)
    return name.flatMap { vocabulary.find($0) }
      ?? vocabulary.folded(tokens[verb.tokens.end - 1].id)
  }

  private func group(_ verb: Annotation) -> VerbGroup {
    func value(_ field: String) -> String { program.value(field, of: verb) ?? "" }
    return VerbGroup(
      form: VerbGroup.Form(rawValue: value("form")) ?? .finite,
      tense: VerbGroup.Tense(rawValue: value("tense")) ?? .none,
      voice: VerbGroup.Voice(rawValue: value("voice")) ?? .active,
      aspect: VerbGroup.Aspect(rawValue: value("aspect")) ?? .simple,
      modal: vocabulary.find(value("modal")),
      isNegated: !value("negated").isEmpty)
  }

  private mutating func addWord(at index: Int, _ connectives: inout ConnectiveTable) {
    let token = tokens[index].id
    let parts = connectives.parts(of: token, in: vocabulary, lexicon: lexicon)
    let tokens = TokenRange(index, index + 1)
    let mark = vocabulary.bytes(token)
    if mark.count == 1, let byte = mark.first, let kind = Self.mark(byte) {
      append(kind, tokens, lemma: index)
    } else if parts.contains(.possessive) {
      append(.possessive, tokens, lemma: index)
    } else if parts.contains(.coordinator), !parts.contains(.preposition) {
      append(.coordinator, tokens, lemma: index)
    } else if parts.contains(.relative), isRelative(parts) {
      append(.relativePronoun, tokens, lemma: index)
    } else if parts.contains(.preposition) {
      append(.preposition(canSubordinate: parts.contains(.subordinator)), tokens, lemma: index)
    } else if parts.contains(.subordinator) {
      append(.subordinator, tokens, lemma: index)
    } else {
      append(parts.contains(.adverb) ? .adverb : .other, tokens, lemma: index)
    }
  }

  private static func mark(_ byte: UInt8) -> SentenceElement.Kind? {
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "\""): .quotationMark
    case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "("),
      UInt8(ascii: ")"):
      .boundary
    default: nil
    }
  }

  /// A relative pronoun that is also a conjunction is relative only right behind a noun group.
  private func isRelative(_ parts: ConnectiveTable.Parts) -> Bool {
    !parts.contains(.subordinator) || elements.last?.kind == .nounGroup
  }

  /// Decides between preposition and conjunction where a word is both: it opens a clause where a noun group and a
  /// finite verb follow.
  private static func resolved(_ elements: [SentenceElement]) -> [SentenceElement] {
    var result = elements
    for index in elements.indices {
      guard case .preposition(canSubordinate: true) = elements[index].kind else { continue }
      let opensClause = opensClause(elements, at: index + 1)
      result[index].kind = opensClause ? .subordinator : .preposition(canSubordinate: false)
    }
    return result
  }

  /// Whether a finite verb follows a noun group, or several that are coordinated or own each other.
  private static func opensClause(_ elements: [SentenceElement], at start: Int) -> Bool {
    var index = start
    while index < min(elements.count, start + longestSubject), elements[index].kind == .nounGroup {
      index += 1
      guard index < elements.count else { return false }
      switch elements[index].kind {
      case .possessive, .coordinator: index += 1
      case .adverb: return index + 1 < elements.count && elements[index + 1].verb?.form == .finite
      default: return elements[index].verb?.form == .finite
      }
    }
    return false
  }

  /// Elements of a subject in which its verb is looked for.
  private static let longestSubject = 12
}
