import Text

/// What a few masks tell of the conditions of a bracket: most tokens do not fit.
struct PropertyMasks: Sendable {
  /// Kinds and cases that may pass, a bit for each in the order of its enumeration.
  fileprivate var kinds: UInt8 = .max
  fileprivate var cases: UInt8 = .max
  /// Lengths below 64 that may pass, a bit for each.
  fileprivate var lengths: UInt64 = .max
  /// What one reading must have, and what none may have.
  fileprivate var asked = ReadingNames.Bits(wordClass: .max, form: .max)
  fileprivate var banned = ReadingNames.Bits()
  fileprivate var isAsking = false
  /// The class of the most frequent reading, or what it may not be.
  fileprivate var likely: UInt64?
  fileprivate var unlikely: UInt64 = 0

  /// Longer tokens are not told apart by their length.
  static let lengthCount = 64

  /// Whether tokens of a length below `lengthCount` may pass.
  func has(length: Int) -> Bool { lengths >> UInt64(length) & 1 != 0 }

  /// Whether the masks let a token of a look pass.
  func fit(_ shape: TokenShape) -> Bool {
    kinds >> shape.kind.number & 1 != 0 && cases >> shape.letterCase.number & 1 != 0
      && (shape.length >= Self.lengthCount || has(length: shape.length))
  }

  /// Whether the masks let a token of readings pass.
  func fit(_ readings: [ReadingNames.Bits]) -> Bool {
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
final class PropertyTest: Sendable {
  /// What a token must be one of, where that can be looked up.
  enum Key: Sendable {
    case text(Set<String>)
    case lower(Set<String>)
    case lemma(Set<String>)
  }

  let number: Int
  let masks: PropertyMasks
  /// Spellings that the token may not have, as they stand and folded.
  let bannedTexts: Set<String>
  let bannedLowers: Set<String>
  /// The values of some condition, nil where every token must be asked.
  let key: Key?
  private let own: [TokenTest.Condition]
  /// Of tokens that are too long for the masks.
  private let lengthConditions: [TokenTest.Condition]
  private let likelyConditions: [TokenTest.Condition]
  private let askedConditions: [TokenTest.Condition]
  private let bannedConditions: [TokenTest.Condition]

  init(_ number: Int, _ conditions: [TokenTest.Condition], _ names: inout ReadingNames) {
    let sorted = PropertyConditions(conditions, &names)
    self.number = number
    masks = sorted.masks
    bannedTexts = sorted.bannedTexts
    bannedLowers = sorted.bannedLowers
    key = sorted.key
    own = sorted.own
    lengthConditions = sorted.lengthConditions
    likelyConditions = sorted.likelyConditions
    askedConditions = sorted.askedConditions
    bannedConditions = sorted.bannedConditions
  }

  /// What a token that fits the masks must match beside, where no test names its spelling or lemma and its length is
  /// below `PropertyMasks.lengthCount`: itself, or its folded spelling. Nil where more is asked of it.
  var expressions: [(regex: TokenRegex, isOfFolded: Bool)]? {
    guard likelyConditions.isEmpty, askedConditions.isEmpty, bannedConditions.isEmpty else {
      return nil
    }
    var result: [(regex: TokenRegex, isOfFolded: Bool)] = []
    for condition in own {
      guard case .matches(let regex) = condition.test else { return nil }
      result.append((regex, condition.property == .lower))
    }
    return result
  }

  /// Whether all conditions hold of a token.
  func holds(_ word: TestTable.Word) -> Bool {
    masks.fit(word.shape) && masks.fit(word.bits)
      && !(word.isTextBanned && bannedTexts.contains(word.text))
      && !(word.isLowerBanned && bannedLowers.contains(word.lower))
      && own.allSatisfy { $0.holds((word.text, word.lower), word.shape) }
      && (word.shape.length < PropertyMasks.lengthCount
        || lengthConditions.allSatisfy { $0.holds((word.text, word.lower), word.shape) })
      && likelyConditions.allSatisfy { $0.test.holds(word.readings.first?.wordClass) }
      && bannedConditions.allSatisfy { condition in word.readings.allSatisfy(condition.holds) }
      && (askedConditions.isEmpty
        || word.readings.indices.contains { place in
          masks.isAsked(word.bits[place])
            && askedConditions.allSatisfy { $0.holds(word.readings[place]) }
        })
  }
}

/// Conditions by what they ask about.
private struct PropertyConditions {
  var masks = PropertyMasks()
  var own: [TokenTest.Condition] = []
  var lengthConditions: [TokenTest.Condition] = []
  var bannedTexts = Set<String>()
  var bannedLowers = Set<String>()
  var likelyConditions: [TokenTest.Condition] = []
  var askedConditions: [TokenTest.Condition] = []
  var bannedConditions: [TokenTest.Condition] = []

  init(_ conditions: [TokenTest.Condition], _ names: inout ReadingNames) {
    for condition in conditions { add(condition, &names) }
  }

  var key: PropertyTest.Key? {
    for condition in own + askedConditions {
      guard case .isOneOf(let values) = condition.test else { continue }
      switch condition.property {
      case .text: return .text(values)
      case .lower: return .lower(values)
      case .lemma: return .lemma(values)
      case .kind, .letterCase, .length, .likely, .form, .wordClass: continue
      }
    }
    return nil
  }

  private mutating func add(_ condition: TokenTest.Condition, _ names: inout ReadingNames) {
    switch condition.property {
    case .kind:
      masks.kinds &= Self.mask(TokenShape.Kind.allCases.map(\.rawValue), condition.test)
    case .letterCase:
      masks.cases &= Self.mask(TokenShape.LetterCase.allCases.map(\.rawValue), condition.test)
    case .text, .lower, .length: addOwn(condition)
    case .likely: addLikely(condition, &names)
    case .lemma, .form, .wordClass: addReading(condition, &names)
    }
  }

  private mutating func addOwn(_ condition: TokenTest.Condition) {
    switch (condition.property, condition.test) {
    case (.text, .isNoneOf(let values)): bannedTexts.formUnion(values)
    case (.lower, .isNoneOf(let values)): bannedLowers.formUnion(values)
    case (.length, let test):
      lengthConditions.append(condition)
      for length in 0..<PropertyMasks.lengthCount where !test.holds(String(length)) {
        masks.lengths &= ~(1 << UInt64(length))
      }
    default: own.append(condition)
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
