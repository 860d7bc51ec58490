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

    /// Whether a condition on readings holds of one.
    func holds(_ reading: WordAnalysis) -> Bool {
      switch property {
      case .lemma: test.holds(reading.lemma)
      case .form: test.holds(reading.form)
      default: test.holds(reading.wordClass)
      }
    }

    /// Whether a condition on the token itself holds of it; `texts` are its spelling as it stands and folded.
    func holds(_ texts: (text: String, lower: String), _ shape: TokenShape) -> Bool {
      let value =
        switch property {
        case .text: texts.text
        case .lower: texts.lower
        case .kind: shape.kind.rawValue
        case .letterCase: shape.letterCase.rawValue
        default: String(shape.length)
        }
      return test.holds(value)
    }
  }

  /// Whether a reading is one by which the test holds.
  func agrees(_ reading: WordAnalysis) -> Bool {
    switch self {
    case .exactly, .folded: true
    case .lemma(let lemma), .word(let lemma, _): reading.lemma == lemma
    case .properties(let conditions):
      conditions.allSatisfy { !$0.property.isOfReading || $0.holds(reading) }
    }
  }
}
