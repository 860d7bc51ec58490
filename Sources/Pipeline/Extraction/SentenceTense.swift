import Resolution
import Rules
import Text

/// The tense that the words of a sentence show before its clauses are known: for what a told year says of a document's
/// day, and for times of which no event is told. One per worker.
struct SentenceTense {
  /// What the readings of a word say of the tense.
  private struct Signs: OptionSet {
    let rawValue: UInt16

    static let past = Signs(rawValue: 1)
    static let participle = Signs(rawValue: 2)
    /// A verb of the present.
    static let present = Signs(rawValue: 4)
    static let modal = Signs(rawValue: 8)
    static let auxiliary = Signs(rawValue: 16)
    /// The word before an infinitive.
    static let particle = Signs(rawValue: 32)
    /// May be a verb, or is mostly one.
    static let verb = Signs(rawValue: 64)
    static let mostlyVerb = Signs(rawValue: 128)
    static let preposition = Signs(rawValue: 256)
    static let adverb = Signs(rawValue: 512)
    static let known = Signs(rawValue: 1024)
  }

  private let readings: ReadingCache
  /// By token id; empty where the token has not been asked for.
  private var signs: [Signs] = []
  /// By class and form of the analyzer.
  private let signsOfClass: [Signs]
  private let signsOfForm: [Signs]

  init(_ readings: ReadingCache) {
    self.readings = readings
    signsOfClass = readings.analyzer.names.map { Self.classes[$0] ?? [] }
    signsOfForm = readings.analyzer.names.map { Self.forms[$0] ?? [] }
  }

  // MARK: Whole sentences

  /// Expressions of a document with the past where their sentence has a past form and nothing that is still to come, and
  /// the future where all that it has is still to come; else without a tense. Only of times that name their year the
  /// sentence is looked at.
  mutating func mentions(
    of expressions: [TimeExpression], in sentences: [TokenRange], _ document: MatchDocument
  ) -> [TimeMention] {
    var last: (sentence: Int, tense: TimeTense)?
    return expressions.map { expression in
      guard expression.value.namesYear,
        let sentence = Self.sentence(of: expression.tokens.start, sentences)
      else { return TimeMention(expression) }
      let tense =
        if let last, last.sentence == sentence { last.tense } else {
          self.tense(of: sentences[sentence], document)
        }
      last = (sentence, tense)
      // "The law of 2010 will expire": without a preposition a year belongs to a noun.
      let isOfVerb = tense != .future || expression.hasPreposition
      return TimeMention(expression, tense: isOfVerb ? tense : .unknown)
    }
  }

  private mutating func tense(of sentence: TokenRange, _ document: MatchDocument) -> TimeTense {
    var found: Signs = []
    var isOpen = false
    for place in sentence.indices {
      let signs = signs(at: place, document)
      if signs.contains(.modal) || isInfinitive(place, sentence, document) {
        found.formUnion(signs)
        isOpen = true
        continue
      }
      // "Will soon be played" has no past form.
      if isOpen, !signs.isDisjoint(with: [.auxiliary, .adverb]) { continue }
      if !isOpen, signs.contains(.past) { found.insert(.past) }
      isOpen = false
    }
    switch (found.contains(.past), !found.isDisjoint(with: [.modal, .particle])) {
    case (true, false): return .past
    case (false, true): return found.contains(.modal) ? .future : .unknown
    default: return .unknown
    }
  }

  /// "To meet", but not "came to power in 2018".
  private mutating func isInfinitive(
    _ place: Int, _ sentence: TokenRange, _ document: MatchDocument
  ) -> Bool {
    guard signs(at: place, document).contains(.particle), place + 1 < sentence.end else {
      return false
    }
    let next = signs(at: place + 1, document)
    if next.contains(.mostlyVerb) || !next.contains(.verb) { return next.contains(.mostlyVerb) }
    return place + 2 >= sentence.end || !signs(at: place + 2, document).contains(.preposition)
  }

  // MARK: The verb beside a time

  /// What the verb beside a time says of it. What an infinitive tells is mostly still to be done, but less surely so.
  private enum Lean {
    case past, present, future, infinitive
  }

  /// Expressions of a document with the tense of the verb nearest before them in their sentence; one that opens it has that
  /// of the first verb behind.
  mutating func timed(
    _ expressions: [TimeExpression], in sentences: [TokenRange], _ document: MatchDocument
  ) -> [TimeMention] {
    expressions.map { expression in
      guard let sentence = Self.sentence(of: expression.tokens.start, sentences),
        let lean = lean(beside: expression.tokens, sentences[sentence], document)
      else { return TimeMention(expression) }
      return TimeMention(expression, tense: Self.tense(of: expression, lean))
    }
  }

  private static func tense(of expression: TimeExpression, _ lean: Lean) -> TimeTense {
    if expression.relation == .since { return .past }
    // "Announced a vote on May 5": the day may be the noun's, and lie ahead.
    let isLoose = expression.value.isPartialDate && expression.value.namesDay
    switch lean {
    case .past: return isLoose ? .unknown : .past
    case .present: return .present
    case .future: return .future
    case .infinitive: return isLoose ? .unknown : .future
    }
  }

  private mutating func lean(
    beside time: TokenRange, _ sentence: TokenRange, _ document: MatchDocument
  ) -> Lean? {
    for place in (sentence.start..<max(sentence.start, time.start)).reversed() {
      if let lean = lean(endingAt: place, sentence, document) { return lean }
    }
    guard time.start - sentence.start <= Self.opening else { return nil }
    for place in time.end..<max(time.end, sentence.end) {
      if let lean = lean(endingAt: place, sentence, document) { return lean }
    }
    return nil
  }

  /// Tokens before a time that opens its sentence: a preposition and an adverb.
  private static let opening = 2

  /// What the verb group says that a word ends, nil where it is no verb or its tense does not show.
  private mutating func lean(
    endingAt place: Int, _ sentence: TokenRange, _ document: MatchDocument
  ) -> Lean? {
    let signs = signs(at: place, document)
    if signs.contains(.modal) { return .future }
    if isInfinitive(place, sentence, document) { return .infinitive }
    let own: Lean? = signs.contains(.past) ? .past : nil
    if signs.contains(.participle) { return lean(before: place, own, sentence, document) }
    guard signs.contains(.auxiliary), signs.contains(.present) else { return own }
    return lean(before: place, .present, sentence, document)
  }

  /// "Will be held" is to come, "was held" past, "is held" present, "held" alone past.
  private mutating func lean(
    before place: Int, _ own: Lean?, _ sentence: TokenRange, _ document: MatchDocument
  ) -> Lean? {
    var lean = own
    for before in (sentence.start..<place).reversed() {
      let signs = signs(at: before, document)
      if signs.contains(.modal) { return .future }
      if isInfinitive(before, sentence, document) { return .infinitive }
      if signs.contains(.auxiliary) {
        lean = signs.contains(.past) ? .past : .present
      } else if !signs.contains(.adverb) {
        break
      }
    }
    return lean
  }

  // MARK: Words

  private mutating func signs(at place: Int, _ document: MatchDocument) -> Signs {
    let token = document.text.tokens[place].id
    let place = Int(token.rawValue)
    if place >= signs.count {
      signs += repeatElement(
        [], count: max(document.vocabulary.count, place + 1) - signs.count)
    }
    if signs[place].isEmpty { signs[place] = find(token, document.vocabulary) }
    return signs[place]
  }

  private func find(_ token: TokenID, _ vocabulary: Vocabulary) -> Signs {
    var signs = Signs.known
    let places = readings.places(of: token, in: vocabulary)
    for place in places {
      let kind = readings[place].kind
      let own = signsOfClass[Int(kind.wordClass)]
      signs.formUnion(own)
      if own.contains(.verb) || own.contains(.particle) {
        signs.formUnion(signsOfForm[Int(kind.form)])
      }
      if place == places.first, own.contains(.verb) { signs.insert(.mostlyVerb) }
    }
    return signs
  }

  /// The sentence that holds a token; bisection.
  private static func sentence(of token: Int, _ sentences: [TokenRange]) -> Int? {
    let next = sentences.partitioningIndex { $0.end > token }
    return next < sentences.count && sentences[next].start <= token ? next : nil
  }

  // What a language pack calls them.
  private static let classes: [String: Signs] = [
    "modal": .modal, "verb": .verb, "auxiliary": [.verb, .auxiliary], "preposition": .preposition,
    "adverb": .adverb, "particle": .particle,
  ]
  private static let forms: [String: Signs] = [
    "past": .past, "participle": .participle, "base": .present, "s": .present,
  ]
}
