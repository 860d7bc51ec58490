import Text

/// A test of one token, evaluated once per distinct spelling.
enum TokenTest: Sendable, Hashable {
  /// The spelling itself.
  case exactly(TokenID)
  /// Any case of a spelling in lower case.
  case folded(TokenID)
  case lemma(String)
  /// Any form of a lemma, or the word itself where the lexicon does not know it.
  case word(lemma: String, folded: TokenID)
  /// All conditions hold, those on readings of one reading.
  case properties([Condition])

  struct Condition: Sendable, Hashable {
    enum Property: String, Sendable, CaseIterable {
      case text, lower, kind, length, lemma, form
      /// The class of the most frequent reading.
      case likely
      case letterCase = "case"
      case wordClass = "class"

      var isOfReading: Bool { self == .lemma || self == .form || self == .wordClass }

      /// The values that it can have, nil where they are open.
      var values: [String]? {
        switch self {
        case .kind: TokenShape.Kind.allCases.map(\.rawValue)
        case .letterCase: TokenShape.LetterCase.allCases.map(\.rawValue)
        default: nil
        }
      }
    }

    var property: Property
    var test: ValueTest

    var isNegated: Bool {
      if case .isNoneOf = test { true } else { false }
    }
  }

  func holds(_ token: TokenID, vocabulary: Vocabulary, readings: [WordAnalysis]) -> Bool {
    switch self {
    case .exactly(let id): token == id
    case .folded(let id): vocabulary.folded(token) == id
    case .lemma(let lemma): readings.contains { $0.lemma == lemma }
    case .word(let lemma, let id):
      vocabulary.folded(token) == id || readings.contains { $0.lemma == lemma }
    case .properties(let conditions): Self.hold(conditions, token, vocabulary, readings)
    }
  }

  private static func hold(
    _ conditions: [Condition], _ token: TokenID, _ vocabulary: Vocabulary,
    _ readings: [WordAnalysis]
  ) -> Bool {
    let own = conditions.filter { !$0.property.isOfReading }
    let likely = readings.first?.wordClass
    for condition in own {
      let isLikely = condition.property == .likely
      let value = isLikely ? likely : value(condition.property, token, vocabulary)
      guard condition.test.holds(value) else { return false }
    }
    // `!=` says that no reading has the value; the others ask for one reading that has them all.
    let ofReading = conditions.filter { $0.property.isOfReading }
    for condition in ofReading where condition.isNegated {
      guard readings.allSatisfy({ holds(condition, $0) }) else { return false }
    }
    let asked = ofReading.filter { !$0.isNegated }
    return asked.isEmpty || readings.contains { reading in asked.allSatisfy { holds($0, reading) } }
  }

  /// Whether a reading is one by which the test holds.
  func agrees(_ reading: WordAnalysis) -> Bool {
    switch self {
    case .exactly, .folded: true
    case .lemma(let lemma), .word(let lemma, _): reading.lemma == lemma
    case .properties(let conditions):
      conditions.allSatisfy { !$0.property.isOfReading || Self.holds($0, reading) }
    }
  }

  private static func holds(_ condition: Condition, _ reading: WordAnalysis) -> Bool {
    switch condition.property {
    case .lemma: condition.test.holds(reading.lemma)
    case .form: condition.test.holds(reading.form)
    default: condition.test.holds(reading.wordClass)
    }
  }

  private static func value(
    _ property: Condition.Property, _ token: TokenID, _ vocabulary: Vocabulary
  ) -> String {
    let shape = vocabulary.shape(token)
    return switch property {
    case .text: vocabulary.spelling(token)
    case .lower: vocabulary.spelling(vocabulary.folded(token))
    case .kind: shape.kind.rawValue
    case .letterCase: shape.letterCase.rawValue
    default: String(shape.length)
    }
  }
}
