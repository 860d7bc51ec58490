import Text

/// The conditions of a bracket, laid out so that most tokens are told by a few masks.
struct PropertyTest: Sendable {
  let number: Int
  /// Kinds and cases that may pass, a bit for each in the order of its enumeration.
  private var kinds: UInt8 = .max
  private var cases: UInt8 = .max
  /// What one reading must have, and what none may have.
  private var asked = ReadingNames.Bits(wordClass: .max, form: .max)
  private var banned = ReadingNames.Bits()
  private var isAsking = false
  /// The class of the most frequent reading, or what it may not be.
  private var likely: UInt64?
  private var unlikely: UInt64 = 0
  // Conditions that no mask can say.
  private var own: [TokenTest.Condition] = []
  private var likelyConditions: [TokenTest.Condition] = []
  private var askedConditions: [TokenTest.Condition] = []
  private var bannedConditions: [TokenTest.Condition] = []

  init(_ number: Int, _ conditions: [TokenTest.Condition], _ names: inout ReadingNames) {
    self.number = number
    for condition in conditions { add(condition, &names) }
  }

  private mutating func add(_ condition: TokenTest.Condition, _ names: inout ReadingNames) {
    switch condition.property {
    case .kind:
      kinds &= Self.mask(TokenShape.Kind.allCases.map(\.rawValue), condition.test)
    case .letterCase:
      cases &= Self.mask(TokenShape.LetterCase.allCases.map(\.rawValue), condition.test)
    case .text, .lower, .length: own.append(condition)
    case .likely: addLikely(condition, &names)
    case .lemma, .form, .wordClass: addReading(condition, &names)
    }
  }

  private static func mask(_ values: [String], _ test: ValueTest) -> UInt8 {
    values.indices.reduce(0) { test.holds(values[$1]) ? $0 | 1 << UInt8($1) : $0 }
  }

  private mutating func addLikely(
    _ condition: TokenTest.Condition, _ names: inout ReadingNames
  ) {
    switch condition.test {
    case .isOneOf(let values):
      if let bits = names.bits(of: values, .wordClass) {
        likely = (likely ?? .max) & bits
        return
      }
    case .isNoneOf(let values):
      if let bits = names.bits(of: values, .wordClass) {
        unlikely |= bits
        return
      }
    case .matches: break
    }
    likelyConditions.append(condition)
  }

  private mutating func addReading(
    _ condition: TokenTest.Condition, _ names: inout ReadingNames
  ) {
    let property = condition.property
    switch condition.test {
    case .isOneOf(let values) where property != .lemma:
      isAsking = true
      guard let bits = names.bits(of: values, property) else { break }
      if property == .form { asked.form &= bits } else { asked.wordClass &= bits }
      return
    case .isNoneOf(let values) where property != .lemma:
      guard let bits = names.bits(of: values, property) else { break }
      if property == .form { banned.form |= bits } else { banned.wordClass |= bits }
      return
    default: break
    }
    if condition.isNegated {
      bannedConditions.append(condition)
    } else {
      isAsking = true
      askedConditions.append(condition)
    }
  }

  /// Whether the masks let a token pass; a cheap first question.
  func fits(_ shape: TokenShape, _ readings: [ReadingNames.Bits]) -> Bool {
    guard kinds >> shape.kind.number & 1 != 0, cases >> shape.letterCase.number & 1 != 0 else {
      return false
    }
    let first = readings.first?.wordClass ?? 0
    if let likely, likely & first == 0 { return false }
    if unlikely & first != 0 { return false }
    // `!=` says that no reading has the value; the others ask for one reading that has them all.
    for reading in readings
    where reading.wordClass & banned.wordClass != 0 || reading.form & banned.form != 0 {
      return false
    }
    return !isAsking || readings.contains(where: isAsked)
  }

  private func isAsked(_ bits: ReadingNames.Bits) -> Bool {
    (asked.wordClass == .max || bits.wordClass & asked.wordClass != 0)
      && (asked.form == .max || bits.form & asked.form != 0)
  }

  /// Whether all conditions hold of a token that fits.
  func holds(
    _ texts: (text: String, lower: String), _ shape: TokenShape, _ readings: [WordAnalysis],
    _ bits: [ReadingNames.Bits]
  ) -> Bool {
    let first = readings.first?.wordClass
    return own.allSatisfy { $0.holds(texts, shape) }
      && likelyConditions.allSatisfy { $0.test.holds(first) }
      && bannedConditions.allSatisfy { condition in readings.allSatisfy(condition.holds) }
      && (askedConditions.isEmpty
        || zip(readings, bits).contains { reading, bits in
          isAsked(bits) && askedConditions.allSatisfy { $0.holds(reading) }
        })
  }
}

extension TokenShape.Kind {
  /// Its place in the enumeration.
  var number: UInt8 {
    switch self {
    case .word: 0
    case .number: 1
    case .punctuation: 2
    case .symbol: 3
    }
  }
}

extension TokenShape.LetterCase {
  /// Its place in the enumeration.
  var number: UInt8 {
    switch self {
    case .none: 0
    case .lower: 1
    case .capitalized: 2
    case .upper: 3
    case .mixed: 4
    }
  }
}
