import Language
import Rules
import Text

/// The signals of each distinct token, found once; one per worker.
///
/// What they tell is never less than what the clauses of a sentence will show, as verbs are known here by their readings
/// only.
struct SignalTable {
  private let readings: ReadingCache
  /// What folded words mean by themselves.
  private var words = SparseTable<TokenSignals>()
  /// The triggers of each lemma that is the verb of some, or the first word of one.
  private var verbs = SparseTable<TriggerSet>()
  /// The triggers of verbs that some group has whatever its tokens' lemmas are.
  private var constants: [(signs: ClassBits, triggers: TriggerSet)] = []
  /// The triggers of which any token may be the verb.
  private var open = TriggerSet()
  /// By token the place of its signals in `signals`, plus one; 0 where they are not known yet.
  private var places: [UInt16] = []
  private var signals: [TokenSignals] = []
  private var index: [TokenSignals: UInt16] = [:]

  init(
    _ program: Program, _ clauses: ClauseReader, _ schema: EventSchema, _ readings: ReadingCache,
    _ vocabulary: inout Vocabulary
  ) {
    self.readings = readings
    for (word, roles) in schema.words.all {
      words[word.rawValue, default: TokenSignals()].roles = roles
      // Both stand for a place without a preposition.
      if !roles.isDisjoint(with: [.here, .there]) {
        words[word.rawValue, default: TokenSignals()].places = .all
      }
    }
    for (number, trigger) in program.triggers.enumerated() {
      let frame = schema.frames[schema.triggers[number].frame]
      let own = TriggerSet(number)
      for word in frame.fillingPrepositions(isVerb: trigger.isVerb) ?? [] {
        words[word.rawValue, default: TokenSignals()].fillers.formUnion(own)
      }
      for word in frame.placePrepositions(isVerb: trigger.isVerb) ?? [] {
        words[word.rawValue, default: TokenSignals()].places.formUnion(own)
      }
      guard case .verb(let lemmas, let preposition, _) = trigger else { continue }
      for lemma in lemmas {
        add(own, of: lemma, vocabulary)
        if let first = Self.firstWord(of: lemma, &vocabulary) { add(own, of: first, vocabulary) }
      }
      if let preposition {
        words[preposition.rawValue, default: TokenSignals()].prepositions.formUnion(own)
      }
    }
    if !clauses.verbLemmas.areOfTokens { open = .all }
    for constant in clauses.verbLemmas.constants {
      guard let lemma = vocabulary.find(constant.value),
        let own = words[lemma.rawValue]?.verbs
      else { continue }
      constants.append((constant.signs, own))
    }
  }

  /// The first word of a verb of several, which is its sign; nil for one of one word.
  private static func firstWord(of verb: TokenID, _ vocabulary: inout Vocabulary) -> TokenID? {
    let bytes = Array(vocabulary.bytes(verb))
    let end = bytes.firstIndex {
      !($0 >= 0x80 || $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z"))
    }
    return end.map { vocabulary.intern(bytes[..<$0]) }
  }

  private mutating func add(_ triggers: TriggerSet, of verb: TokenID, _ vocabulary: Vocabulary) {
    words[verb.rawValue, default: TokenSignals()].verbs.formUnion(triggers)
    if let lemma = readings.analyzer.lemma(of: vocabulary.spelling(verb)) {
      verbs[lemma.rawValue, default: TriggerSet()].formUnion(triggers)
    }
  }

  /// The signals of all tokens of a stretch of a document that the matcher has read.
  mutating func signals(
    in tokens: TokenRange, of document: MatchDocument, _ matcher: inout Matcher
  ) -> TokenSignals {
    var result = TokenSignals()
    let text = document.text.tokens
    for token in tokens.indices {
      let id = Int(text[token].id.rawValue)
      let place = id < places.count ? places[id] : 0
      // Most tokens are no signal at all, which is what stands first.
      if place == 1 { continue }
      result.formUnion(
        place > 0 ? signals[Int(place) - 1] : learn(token, of: document, &matcher))
    }
    return result
  }

  private mutating func learn(
    _ token: Int, of document: MatchDocument, _ matcher: inout Matcher
  ) -> TokenSignals {
    if signals.isEmpty { signals.append(TokenSignals()) }
    let found = find(token, of: document, &matcher)
    // Far more than any pack has; what is beyond is found anew each time.
    guard signals.count < Int(UInt16.max) - 1 else { return found }
    let place = found.isEmpty ? 1 : index[found] ?? UInt16(signals.count + 1)
    if Int(place) > signals.count {
      signals.append(found)
      index[found] = place
    }
    let id = Int(document.text.tokens[token].id.rawValue)
    if places.count <= id {
      places += repeatElement(0, count: max(document.vocabulary.count, id + 1) - places.count)
    }
    places[id] = place
    return found
  }

  private func find(
    _ token: Int, of document: MatchDocument, _ matcher: inout Matcher
  ) -> TokenSignals {
    let id = document.text.tokens[token].id
    var result =
      words[document.vocabulary.folded(id).rawValue, default: TokenSignals()]
    result.patterns = matcher.triggers(mayEndIn: token, of: document)
    result.verbs.formUnion(open)
    for place in readings.places(of: id, in: document.vocabulary) {
      let lemma = readings[place].lemma.rawValue
      if let own = verbs[lemma] { result.verbs.formUnion(own) }
    }
    for constant in constants
    where matcher.passes(token, anyOf: constant.signs, of: document) {
      result.verbs.formUnion(constant.triggers)
    }
    return result
  }
}
