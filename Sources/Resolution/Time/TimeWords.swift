package import Diagnostics
package import Gazetteer
import Text

/// The time words of a language: a pack's `times.tsv` with columns `text`, `kind` and `value`.
package struct TimeWords: Sendable {
  /// The numbers of the words that the table lists, and what each may say.
  private let numbers: WordTable
  private let filter: SpellingFilter
  let listed: [TimeWord]
  private(set) var holidays = HolidayNames()
  private var ordinalSuffixes: Set<String> = []
  private var decadeSuffixes: Set<String> = []

  /// Reads the table; throws every row whose kind or value is unknown.
  package init(_ table: TableFile) throws(DiagnosticList) {
    let cells = try table.cells(of: ["text", "kind", "value"])
    let kinds = Dictionary(
      TimeWordKind.allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var listed: [String: TimeWord] = [:]
    var names: [(words: [String], holiday: Holiday)] = []
    var problems: [Diagnostic] = []
    for (row, cell) in zip(table.rows, cells) {
      guard let kind = kinds[cell[1]] else {
        problems.append(Self.unknownKind(cell[1], table.path, row.line))
        continue
      }
      switch kind {
      case .ordinalSuffix: ordinalSuffixes.insert(cell[0])
      case .decadeSuffix: decadeSuffixes.insert(cell[0])
      case .holiday:
        guard let holiday = Holiday(cell[2]) else {
          problems.append(Self.unknownValue(cell[2], kind, table.path, row.line))
          continue
        }
        names.append((cell[0].split(separator: " ").map(String.init), holiday))
        for word in names.last?.words ?? [] {
          listed[word, default: TimeWord()].roles.insert(TimeWord.Roles(.holiday))
        }
      default:
        if !Self.add(kind, cell[2], to: &listed[cell[0], default: TimeWord()]) {
          problems.append(Self.unknownValue(cell[2], kind, table.path, row.line))
        }
      }
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    let spellings = listed.keys.sorted()
    numbers = WordTable(spellings)
    filter = SpellingFilter(spellings)
    self.listed = spellings.compactMap { listed[$0] }
    for name in names {
      let numbers = name.words.compactMap { number(of: Array($0.utf8)[...]) }
      holidays.add(numbers, name.holiday)
    }
  }

  /// What a token may say; `spelling` is its case-folded UTF-8.
  func word(_ spelling: ArraySlice<UInt8>) -> TimeWord {
    number(of: spelling).map { listed[$0] } ?? unlisted(spelling) ?? TimeWord()
  }

  /// The place of a spelling among the words that are listed, nil where it is none of them.
  func number(of spelling: ArraySlice<UInt8>) -> Int? {
    filter.mayHold(spelling) ? numbers.number(of: spelling.span) : nil
  }

  /// What a spelling that is not listed may say by its digits or its halves, nil where it has none.
  func unlisted(_ spelling: ArraySlice<UInt8>) -> TimeWord? {
    guard let first = spelling.first else { return nil }
    if Self.isDigit(first) { return numeral(spelling) }
    return spelling.contains(Self.hyphen) ? compound(spelling) : nil
  }

  // MARK: Rows

  private static func add(
    _ kind: TimeWordKind, _ value: String, to word: inout TimeWord
  ) -> Bool {
    guard set(&word, kind, value) else { return false }
    word.roles.insert(TimeWord.Roles(kind))
    return true
  }

  private static func set(_ word: inout TimeWord, _ kind: TimeWordKind, _ value: String) -> Bool {
    switch kind {
    case .month: set(&word.month, number(value, in: 1...12))
    case .weekday, .weekdays: set(&word.weekday, number(value, in: 1...7))
    case .unit, .units, .often: set(&word.unit, CalendarUnit(rawValue: value))
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

  private func numeral(_ spelling: ArraySlice<UInt8>) -> TimeWord {
    let digits = spelling.prefix { Self.isDigit($0) }
    var word = TimeWord()
    guard digits.count <= 4 else { return word }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let rest = spelling.dropFirst(digits.count)
    guard let next = rest.first else {
      word.number = number
      word.digits = Int8(digits.count)
      return word
    }
    let suffix = String(decoding: rest, as: UTF8.self)
    if ordinalSuffixes.contains(suffix) {
      word.ordinal = number
    } else if decadeSuffixes.contains(suffix), digits.count == 4, number % 10 == 0 {
      word.decade = number
    } else if next == UInt8(ascii: ".") {
      word.date = Self.dotted(String(decoding: spelling, as: UTF8.self))
    } else if next == Self.hyphen {
      return compound(spelling)
    }
    return word
  }

  /// "30.05.2022": with stops the day comes first.
  private static func dotted(_ spelling: String) -> CalendarDay? {
    let numbers = spelling.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2],
      (1900...2100).contains(year)
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }

  /// "two-day", "mid-July": both halves at once.
  private func compound(_ spelling: ArraySlice<UInt8>) -> TimeWord {
    var word = TimeWord()
    guard let middle = spelling.firstIndex(of: Self.hyphen), middle > spelling.startIndex,
      let end = spelling.indices.last, middle < end,
      !spelling[(middle + 1)...].contains(Self.hyphen)
    else { return word }
    let left = self.word(spelling[..<middle])
    guard left.part != nil || left.number != nil else { return word }
    let right = self.word(spelling[(middle + 1)...])
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
    let kinds = TimeWordKind.allCases.map(\.name)
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
      "time-value", "`\(value)` is no value of a time word of kind `\(kind.name)`",
      at: SourceLocation(path: path, line: line, column: 1),
      help: "see the head of the table for the values of each kind")
  }
}
