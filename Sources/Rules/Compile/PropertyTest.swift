import Text

/// What a few masks tell of the conditions of a bracket: most tokens do not fit.
struct PropertyMasks: Sendable {
  /// Kinds and cases that may pass, a bit for each in the order of its enumeration.
  fileprivate var kinds: UInt8 = .max
  fileprivate var cases: UInt8 = .max
  /// What one reading must have, and what none may have.
  fileprivate var asked = ReadingNames.Bits(wordClass: .max, form: .max)
  fileprivate var banned = ReadingNames.Bits()
  fileprivate var isAsking = false
  /// The class of the most frequent reading, or what it may not be.
  fileprivate var likely: UInt64?
  fileprivate var unlikely: UInt64 = 0

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

  fileprivate func isAsked(_ bits: ReadingNames.Bits) -> Bool {
    (asked.wordClass == .max || bits.wordClass & asked.wordClass != 0)
      && (asked.form == .max || bits.form & asked.form != 0)
  }
}

/// The conditions of a bracket: masks, and what no mask can say.
struct PropertyTest: Sendable {
  let number: Int
  private(set) var masks = PropertyMasks()
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
      masks.kinds &= Self.mask(TokenShape.Kind.allCases.map(\.rawValue), condition.test)
    case .letterCase:
      masks.cases &= Self.mask(TokenShape.LetterCase.allCases.map(\.rawValue), condition.test)
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
        masks.likely = (masks.likely ?? .max) & bits
        return
      }
    case .isNoneOf(let values):
      if let bits = names.bits(of: values, .wordClass) {
        masks.unlikely |= bits
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
      masks.isAsking = true
      guard let bits = names.bits(of: values, property) else { break }
      if property == .form { masks.asked.form &= bits } else { masks.asked.wordClass &= bits }
      return
    case .isNoneOf(let values) where property != .lemma:
      guard let bits = names.bits(of: values, property) else { break }
      if property == .form { masks.banned.form |= bits } else { masks.banned.wordClass |= bits }
      return
    default: break
    }
    if condition.isNegated {
      bannedConditions.append(condition)
    } else {
      masks.isAsking = true
      askedConditions.append(condition)
    }
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
          masks.isAsked(bits) && askedConditions.allSatisfy { $0.holds(reading) }
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
