package import Diagnostics
package import Gazetteer

/// The time words of a language: a pack's `times.tsv` with columns `text`, `kind` and `value`.
package struct TimeWords: Sendable {
  private var words: [String: TimeWord] = [:]
  private var ordinalSuffixes: Set<String> = []
  private var decadeSuffixes: Set<String> = []

  /// Reads the table; throws every row whose kind or value is unknown.
  package init(_ table: TableFile) throws(DiagnosticList) {
    let cells = try table.cells(of: ["text", "kind", "value"])
    var problems: [Diagnostic] = []
    for (row, cell) in zip(table.rows, cells) {
      guard let kind = TimeWordKind(rawValue: cell[1]) else {
        problems.append(Self.unknownKind(cell[1], table.path, row.line))
        continue
      }
      if !add(cell[0], kind, cell[2]) {
        problems.append(Self.unknownValue(cell[2], kind, table.path, row.line))
      }
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
  }

  /// What a token may say; `spelling` is case-folded.
  func word(_ spelling: String) -> TimeWord {
    if let word = words[spelling] { return word }
    guard let first = spelling.utf8.first else { return TimeWord() }
    if Self.isDigit(first) { return numeral(spelling) }
    return spelling.utf8.contains(Self.hyphen) ? compound(spelling) : TimeWord()
  }

  /// The words of a kind, in byte-wise order.
  func spellings(of kind: TimeWordKind) -> [String] {
    words.filter { $0.value.has(kind) }.keys.sorted()
  }

  // MARK: Rows

  private mutating func add(_ text: String, _ kind: TimeWordKind, _ value: String) -> Bool {
    switch kind {
    case .ordinalSuffix: ordinalSuffixes.insert(text)
    case .decadeSuffix: decadeSuffixes.insert(text)
    default:
      var word = words[text] ?? TimeWord()
      guard Self.set(&word, kind, value) else { return false }
      word.roles.insert(TimeWord.Roles(kind))
      words[text] = word
    }
    return true
  }

  private static func set(_ word: inout TimeWord, _ kind: TimeWordKind, _ value: String) -> Bool {
    switch kind {
    case .month: set(&word.month, number(value, in: 1...12))
    case .weekday, .weekdays: set(&word.weekday, number(value, in: 1...7))
    case .unit, .units: set(&word.unit, CalendarUnit(rawValue: value))
    case .number: set(&word.number, number(value, in: 0...1_000))
    case .ordinal: set(&word.ordinal, number(value, in: 1...1_000))
    case .season: set(&word.season, span(value))
    case .shift: set(&word.shift, PeriodShift(rawValue: value))
    case .part: set(&word.part, PartOfPeriod(rawValue: value))
    case .deictic: set(&word.deictic, number(value, in: -7...7))
    default: value.isEmpty
    }
  }

  private static func set<Value>(_ place: inout Value?, _ value: Value?) -> Bool {
    place = value
    return value != nil
  }

  private static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }

  /// "12-2": from December to February.
  private static func span(_ text: String) -> MonthSpan? {
    let ends = text.split(separator: "-").compactMap { number(String($0), in: 1...12) }
    guard ends.count == 2 else { return nil }
    return MonthSpan(first: ends[0], count: (ends[1] - ends[0] + 12) % 12 + 1)
  }

  // MARK: Spellings that no table lists

  private func numeral(_ spelling: String) -> TimeWord {
    let digits = spelling.utf8.prefix { Self.isDigit($0) }
    var word = TimeWord()
    guard digits.count <= 4, let number = Int(Substring(digits)) else { return word }
    let rest = String(Substring(spelling.utf8.dropFirst(digits.count)))
    if rest.isEmpty {
      word.number = number
      word.digits = digits.count
    } else if ordinalSuffixes.contains(rest) {
      word.ordinal = number
    } else if decadeSuffixes.contains(rest), digits.count == 4, number % 10 == 0 {
      word.decade = number
    } else if rest.utf8.first == UInt8(ascii: ".") {
      word.date = Self.dotted(spelling)
    } else if rest.utf8.first == Self.hyphen {
      return compound(spelling)
    }
    return word
  }

  /// "30.05.2022": with stops the day comes first.
  private static func dotted(_ spelling: String) -> PartialDate? {
    let numbers = spelling.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2],
      (1900...2100).contains(year), CalendarDay(year: year, month: month, day: day) != nil
    else { return nil }
    return PartialDate(year: .number(year), month: month, day: day)
  }

  /// "two-day", "mid-July": both halves at once.
  private func compound(_ spelling: String) -> TimeWord {
    let halves = spelling.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[1].isEmpty, !halves[0].isEmpty else { return TimeWord() }
    let (left, right) = (word(String(halves[0])), word(String(halves[1])))
    var word = TimeWord()
    if let part = left.part, let month = right.month {
      word.part = part
      word.month = month
    } else if let number = left.number, let unit = right.unit, right.has(.unit) {
      word.number = number
      word.unit = unit
    } else if let number = left.number, let ordinal = right.ordinal, number % 10 == 0 {
      word.ordinal = number + ordinal
    }
    return word
  }

  private static let hyphen = UInt8(ascii: "-")
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  // MARK: Diagnostics

  private static func unknownKind(_ kind: String, _ path: String, _ line: Int) -> Diagnostic {
    let kinds = TimeWordKind.allCases.map(\.rawValue)
    return Diagnostic(
      "unknown-kind", "`\(kind)` is no kind of time word",
      at: SourceLocation(path: path, line: line, column: 1),
      help: NearestName.find(kind, in: kinds).map { "did you mean `\($0)`?" }
        ?? "use one of " + kinds.joined(separator: ", "))
  }

  private static func unknownValue(
    _ value: String, _ kind: TimeWordKind, _ path: String, _ line: Int
  ) -> Diagnostic {
    Diagnostic(
      "time-value", "`\(value)` is no value of a time word of kind `\(kind.rawValue)`",
      at: SourceLocation(path: path, line: line, column: 1),
      help: "see the head of the table for the values of each kind")
  }
}
