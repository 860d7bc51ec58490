import Text

/// A test of one token, evaluated once per distinct spelling.
enum TokenTest: Sendable, Hashable {
  /// The spelling itself.
  case exactly(TokenID)
  /// Any case of a spelling in lower case.
  case folded(TokenID)
  case lemma(String)
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
    }

    var property: Property
    var values: Set<String>
    var isNegated: Bool
  }

  func holds(_ token: TokenID, vocabulary: Vocabulary, analyzer: some WordAnalyzer) -> Bool {
    switch self {
    case .exactly(let id): return token == id
    case .folded(let id): return vocabulary.folded(token) == id
    case .lemma(let lemma):
      return analyzer.analyses(of: token, in: vocabulary).contains { $0.lemma == lemma }
    case .properties(let conditions):
      return Self.hold(conditions, token, vocabulary, analyzer)
    }
  }

  private static func hold(
    _ conditions: [Condition], _ token: TokenID, _ vocabulary: Vocabulary,
    _ analyzer: some WordAnalyzer
  ) -> Bool {
    let own = conditions.filter { !$0.property.isOfReading && $0.property != .likely }
    guard own.allSatisfy({ holds($0, token, vocabulary) }) else { return false }
    let ofReading = conditions.filter { $0.property.isOfReading }
    let readings = analyzer.analyses(of: token, in: vocabulary)
    let ofFirst = conditions.filter { $0.property == .likely }
    guard
      ofFirst.allSatisfy({
        (readings.first.map(\.wordClass).map($0.values.contains) ?? false) != $0.isNegated
      })
    else { return false }
    guard !ofReading.isEmpty else { return true }
    // `!=` says that no reading has the value; `=` asks for one reading that has them all.
    let denied = ofReading.filter(\.isNegated)
    guard !readings.contains(where: { reading in denied.contains { has($0, reading) } }) else {
      return false
    }
    let asked = ofReading.filter { !$0.isNegated }
    return asked.isEmpty || readings.contains { reading in asked.allSatisfy { has($0, reading) } }
  }

  /// Whether a reading is one by which the test holds.
  func agrees(_ reading: WordAnalysis) -> Bool {
    switch self {
    case .exactly, .folded: true
    case .lemma(let lemma): reading.lemma == lemma
    case .properties(let conditions):
      conditions.allSatisfy {
        !$0.property.isOfReading || Self.has($0, reading) != $0.isNegated
      }
    }
  }

  private static func has(_ condition: Condition, _ reading: WordAnalysis) -> Bool {
    switch condition.property {
    case .lemma: condition.values.contains(reading.lemma)
    case .form: condition.values.contains(reading.form)
    default: condition.values.contains(reading.wordClass)
    }
  }

  private static func holds(
    _ condition: Condition, _ token: TokenID, _ vocabulary: Vocabulary
  ) -> Bool {
    let shape = vocabulary.shape(token)
    let value =
      switch condition.property {
      case .text: vocabulary.spelling(token)
      case .lower: vocabulary.spelling(vocabulary.folded(token))
      case .kind: shape.kind.rawValue
      case .letterCase: shape.letterCase.rawValue
      default: String(shape.length)
      }
    return condition.values.contains(value) != condition.isNegated
  }
}
