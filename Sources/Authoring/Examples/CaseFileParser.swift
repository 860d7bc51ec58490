import Diagnostics
import Rules

/// Reads a `*.cases` file line by line and collects what is wrong with it. Linear in its size.
struct CaseFileParser {
  /// What the next line may be.
  private enum State {
    case preamble, text, expectations
  }

  private static let opening = "=== "
  private static let rule = "---"
  private static let given = " on "

  private let path: String
  private var state = State.preamble
  private var lines: [String] = []
  private var cases: [CaseFile.Case] = []
  private var mistakes: [Diagnostic] = []

  private init(path: String) { self.path = path }

  /// Parses one file; `path` is what diagnostics call it.
  static func parse(path: String, bytes: [UInt8]) throws(DiagnosticList) -> CaseFile {
    var parser = CaseFileParser(path: path)
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      parser.read(line.last == "\r" ? String(line.dropLast()) : String(line), number: index + 1)
    }
    parser.close()
    guard parser.mistakes.isEmpty else { throw DiagnosticList(parser.mistakes) }
    return CaseFile(path: path, cases: parser.cases)
  }

  private mutating func read(_ line: String, number: Int) {
    if line.hasPrefix(Self.opening) { return open(line, number: number) }
    switch state {
    case .preamble: break
    case .text where line == Self.rule:
      cases[cases.count - 1].text = lines.joined(separator: "\n")
      state = .expectations
    case .text: lines.append(line)
    case .expectations: expectation(line, number: number)
    }
  }

  private mutating func open(_ line: String, number: Int) {
    close()
    let location = place(line, number)
    var name = String(line.dropFirst(Self.opening.count))
    var date: String?
    // A name may have an "on" of its own; a day begins with a digit.
    if let end = name.ranges(of: Self.given).last, name[end.upperBound...].first?.isNumber == true {
      date = String(name[end.upperBound...])
      name = String(name[..<end.lowerBound])
    }
    if let date, !Self.isDate(date) {
      report(
        "case-date", "`\(date)` is no date", at: location,
        help: "write it as 2024-01-26, 2024-01 or 2024")
    }
    cases.append(
      CaseFile.Case(name: name, text: "", date: date, expectations: [], location: location))
    lines = []
    state = .text
  }

  /// Checks the case that ends here.
  private mutating func close() {
    guard let last = cases.last, last.expectations.isEmpty else { return }
    let isOpen = state == .text
    report(
      "case-empty", "the case `\(last.name)` expects nothing", at: last.location,
      help: isOpen
        ? "part the text from what it gives with a line `---`"
        : "write what comes out of it, one `expect`, `reject` or `todo` a line")
  }

  private mutating func expectation(_ line: String, number: Int) {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let word = words.first, !word.hasPrefix("//") else { return }
    let location = place(line, number)
    guard Example.Kind(rawValue: String(word)) != nil, !line.hasPrefix(" ") else {
      return report(
        "case-expectation", "`\(word)` begins no expectation", at: location,
        help: "an expectation begins with `expect`, `reject` or `todo` at the start of its line")
    }
    let (example, found) = Self.example(line, keyword: String(word), at: location)
    mistakes += found
    if let example { cases[cases.count - 1].expectations.append(example) }
  }

  /// Reads an expectation as the rule language does, as an example of a frame whose text is left out.
  private static func example(
    _ line: String, keyword: String, at location: SourceLocation
  ) -> (Example?, [Diagnostic]) {
    let text = " \"\""
    let source =
      "events X in clause { frame x: X trigger noun \"x\"\n"
      + keyword + text + line.dropFirst(keyword.count) + "\n}"
    let (file, mistakes) = Parser.parse(path: location.path, bytes: Array(source.utf8))
    let moved = mistakes.map { mistake in
      var result = mistake
      let column = mistake.location.map { $0.line == 2 ? $0.column : location.length } ?? 1
      result.location = location
      result.location?.column = column > keyword.count ? max(1, column - text.count) : column
      result.location?.length = mistake.location?.length ?? 1
      return result
    }
    guard case .events(let events)? = file.declarations.first,
      var example = events.frames.first?.examples.first, moved.isEmpty
    else { return (nil, moved) }
    example.location = location
    return (example, [])
  }

  private func place(_ line: String, _ number: Int) -> SourceLocation {
    SourceLocation(
      path: path, line: number, column: 1, length: line.unicodeScalars.count, lineText: line)
  }

  private mutating func report(
    _ id: String, _ message: String, at location: SourceLocation, help: String
  ) {
    mistakes.append(Diagnostic(id, message, at: location, help: help))
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return [4, 2, 2].starts(with: parts.map(\.utf8.count))
      && parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
