import Rules
import Text

/// The rules of regular inflection, found by the last byte of a word.
struct SuffixRules: Sendable {
  /// A rule whose suffix and ending are stretches of `bytes`.
  struct Rule: Sendable {
    fileprivate var suffix: Range<Int>
    fileprivate var ending: Range<Int>
    var kind: WordReading.Kind
    var baseClass: UInt16
    /// Whether the base form is a beginning of the word.
    fileprivate var isCut: Bool
    /// Whether the base form is the stem itself.
    var isBare: Bool { ending.isEmpty }
  }

  /// In the order of the table.
  let table: [SuffixRule]
  private var bytes: [UInt8] = []
  /// By last byte, and of one byte in the order of the table; those without a suffix stand with each.
  private var rules: [Rule] = []
  /// Where the rules of each byte start; one more than there are bytes.
  private var starts: [Int] = [0]

  init(_ table: [SuffixRule]) {
    self.table = table
    let packed = table.map { rule in
      let start = bytes.count
      bytes += rule.suffix + rule.ending
      let end = start + rule.suffix.count
      return Rule(
        suffix: start..<end, ending: end..<bytes.count, kind: rule.kind, baseClass: rule.baseClass,
        isCut: rule.suffix.starts(with: rule.ending))
    }
    for byte in UInt8.min...UInt8.max {
      rules += packed.filter { $0.suffix.isEmpty || bytes[$0.suffix.upperBound - 1] == byte }
      starts.append(rules.count)
    }
  }

  /// The rules that a word may follow, as far as its last byte tells, in the order of the table.
  func candidates(for word: Span<UInt8>) -> ArraySlice<Rule> {
    guard !word.isEmpty else { return [] }
    let last = Int(word[word.count - 1])
    return rules[starts[last]..<starts[last + 1]]
  }

  /// How many bytes the stem of a word has by a rule, nil where the word has another suffix or is hardly longer.
  func stem(of word: Span<UInt8>, by rule: Rule) -> Int? {
    let stem = word.count - rule.suffix.count
    guard stem > 1 else { return nil }
    for place in rule.suffix where word[stem + place - rule.suffix.lowerBound] != bytes[place] {
      return nil
    }
    return stem
  }

  /// The number of a word's stem with the ending of a rule in a table of words, nil where it has none such.
  func number(
    of word: Span<UInt8>, stem: Int, with rule: Rule, in words: WordTable
  ) -> Int? {
    if rule.isCut { return words.number(of: word.extracting(0..<stem + rule.ending.count)) }
    var base: [UInt8] = []
    base.reserveCapacity(stem + rule.ending.count)
    for place in 0..<stem { base.append(word[place]) }
    base += bytes[rule.ending]
    return words.number(of: base.span)
  }
}

extension SuffixRules: BinaryValue {
  func write(to writer: inout ByteWriter) { writer.write(table) }

  init(from reader: inout ByteReader) throws(DamagedBytes) { self.init(try reader.read()) }
}
