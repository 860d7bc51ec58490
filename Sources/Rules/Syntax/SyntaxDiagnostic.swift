import Diagnostics

/// What may be wrong with the text of a rule file; `Diagnostics.md` shows each, wrong and mended.
enum SyntaxDiagnostic: Sendable, Hashable {
  case notUTF8
  case openString
  case openRegex
  case strayCharacter(String)
  /// A word where only a few may stand.
  case unknown(Choice, word: String, found: String, known: [String])
  case expectedMark(String, found: String)
  case expectedName(String, found: String)
  case expectedNumber(found: String)
  case expectedText(String, found: String)
  case expectedValue(found: String)
  case expectedRegex(found: String)
  case expectedTest(found: String)
  case expectedRule(found: String)
  case expectedFrame(found: String)
  case expectedParticipants(found: String)
  case expectedMatch(list: String)
  case expectedResult
  case badDate(String)
  case badRepetition(low: Int, high: Int)
  case doubleRepetition
  case badNegation
  case gapTooLong
  case tooDeep

  /// What an unknown word was meant to be.
  enum Choice: String, Sendable, CaseIterable {
    case declaration, disabling, distribution
    case `extension`
    case fallback, function
    case letterCase = "letter-case"
    case listOption = "list-option"
    case need
    case phaseOption = "phase-option"
    case selection, source, trigger, unit
  }

  /// The stable names under which mistakes are documented.
  static let ids: [String] =
    Choice.allCases.map { "unknown-\($0.rawValue)" } + [
      "bad-date", "bad-negation", "bad-repetition", "double-repetition", "expected-frame",
      "expected-mark", "expected-match", "expected-name", "expected-number",
      "expected-participants", "expected-regex", "expected-result", "expected-rule",
      "expected-test", "expected-text", "expected-value", "gap-too-long", "not-utf8",
      "open-regex", "open-string", "stray-character", "too-deep",
    ]

  /// The diagnostic at a place.
  func at(_ location: SourceLocation) -> Diagnostic {
    let (id, message, help) = prose
    return Diagnostic(id, message, at: location, help: help)
  }

  /// Id, what is wrong, what to do about it.
  private var prose: (String, String, String) {
    switch self {
    case .notUTF8: ("not-utf8", "the file is not UTF-8", "save it as UTF-8")
    case .openString: ("open-string", "the text is not closed", "close it with `\"`")
    case .openRegex: ("open-regex", "the expression is not closed", "close it with `/`")
    case .strayCharacter(let text):
      ("stray-character", "`\(text)` means nothing here", "put literal text in quotation marks")
    case .unknown(let choice, let word, let found, let known):
      ("unknown-\(choice.rawValue)", choice.message(found), Self.nearest(word, known))
    case .badDate(let text):
      ("bad-date", "\(text) is no date", "write a day such as `2024-01-26`")
    case .badRepetition(let low, let high):
      (
        "bad-repetition", "`{\(low),\(high)}` is no repetition",
        "the first number is at most the second, which is at most \(Parser.maximumRepetition)"
      )
    case .doubleRepetition:
      (
        "double-repetition", "what is repeated is repeated again",
        "put the inner repetition in `( )`"
      )
    case .badNegation:
      (
        "bad-negation", "`!` stands only before `ahead` and `behind`",
        "write `!ahead(…)` or use `except`"
      )
    case .gapTooLong:
      (
        "gap-too-long", "a gap passes over \(Parser.maximumGap) tokens at most",
        "write `{0,\(Parser.maximumGap)}`"
      )
    case .tooDeep:
      (
        "too-deep", "groups are nested more than \(Parser.maximumNesting) deep",
        "give the inner pattern a name with `let`"
      )
    case .expectedMark(let mark, let found):
      ("expected-mark", "expected `\(mark)` but found \(found)", "write `\(mark)` here")
    case .expectedName(let what, let found):
      ("expected-name", "expected \(what) but found \(found)", "names are letters, digits and `_`")
    case .expectedNumber(let found):
      ("expected-number", "expected a number but found \(found)", "write a whole number")
    case .expectedText(let what, let found):
      ("expected-text", "expected \(what) but found \(found)", "put it in quotation marks")
    case .expectedValue(let found):
      (
        "expected-value", "expected a value but found \(found)",
        "write a name, a number or a text in quotation marks"
      )
    case .expectedRegex(let found):
      ("expected-regex", "expected `/…/` but found \(found)", "write `~ /[A-Z]+/`")
    case .expectedTest(let found):
      (
        "expected-test", "\(found) is no test",
        "use `=`, `!=`, `in [ … ]`, `in @list` or `~ /…/`"
      )
    case .expectedRule(let found):
      (
        "expected-rule", "expected `rule`, `block` or `}` but found \(found)",
        Self.nearest(found.filter { $0 != "`" }, ["block", "rule"])
      )
    case .expectedFrame(let found):
      (
        "expected-frame", "expected `frame` or `}` but found \(found)",
        Self.nearest(found.filter { $0 != "`" }, ["frame"])
      )
    case .expectedParticipants(let found):
      (
        "expected-participants", "expected `participants` but found \(found)",
        "write `need 2 participants`, `need place` or `need no infinitive`"
      )
    case .expectedMatch(let list):
      (
        "expected-match", "the list `\(list)` does not say which columns are its entries",
        "write `match name` with the table's column"
      )
    case .expectedResult:
      (
        "expected-result", "`expect` does not say what comes out",
        "write `=> Type { field: value }`"
      )
    }
  }

  private static func nearest(_ word: String, _ known: [String]) -> String {
    if let near = NearestName.find(word, in: known) { return "did you mean `\(near)`?" }
    let list = known.map { "`\($0)`" }.joined(separator: ", ")
    return known.count == 1 ? "use \(list)" : "use one of \(list)"
  }
}

extension SyntaxDiagnostic.Choice {
  fileprivate func message(_ found: String) -> String {
    switch self {
    case .declaration: "\(found) begins no declaration"
    case .disabling: "\(found) is nothing that can be disabled"
    case .extension: "\(found) is nothing that can be extended"
    case .function: "\(found) is no function"
    case .letterCase: "\(found) is no way to compare case"
    case .listOption: "\(found) is no option of a list"
    case .phaseOption: "\(found) is no option of a phase"
    case .selection: "\(found) is no selection"
    case .need: "\(found) is nothing that a frame may be without"
    case .fallback: "\(found) is nothing that a slot falls back on"
    case .distribution: "\(found) is nothing that a slot makes events of"
    case .source: "\(found) is no source of a slot"
    case .trigger: "\(found) is no kind of trigger"
    case .unit: "\(found) is no unit"
    }
  }
}
