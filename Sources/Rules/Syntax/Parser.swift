package import Diagnostics

/// Reads a rule file: recursive descent over its lexemes, linear, with every mistake collected.
///
/// After a mistake it goes on at the next declaration.
package struct Parser {
  /// A mistake has been reported; the declaration is given up.
  struct Failure: Error {}

  let source: SourceFile
  var lexemes: [Lexeme] = []
  var index = 0
  var nesting = 0
  var documentation: [String] = []
  var diagnostics = DiagnosticLog()

  /// Brackets and groups inside one another at most.
  static let maximumNesting = 64

  /// Bytes of a rule file at most.
  package static let maximumSize = 1 << 20

  private init(_ source: SourceFile) { self.source = source }

  /// Parses one rule file. Returns what could be read and what is wrong with the rest.
  package static func parse(path: String, bytes: [UInt8]) -> (RuleFile, [Diagnostic]) {
    guard bytes.count <= maximumSize else {
      let problem = Diagnostic(
        "rules-too-large", "\(path) has more than \(maximumSize) bytes",
        at: SourceLocation(path: path, line: 1, column: 1),
        help: "part it in files, or keep long lists in tables")
      return (RuleFile(path: path), [problem])
    }
    var parser = Parser(SourceFile(path: path, bytes: bytes))
    var lexer = Lexer(parser.source)
    lexer.run()
    parser.lexemes = lexer.lexemes
    parser.diagnostics = lexer.diagnostics
    let file = parser.file()
    return (file, parser.diagnostics.diagnostics)
  }

  private mutating func file() -> RuleFile {
    var file = RuleFile(path: source.path)
    while true {
      skipDocumentation()
      guard current.kind != .end else { return file }
      do {
        if takeWord("use") {
          file.uses.append(try name("the path of a rule file"))
        } else {
          file.declarations.append(try declaration())
        }
      } catch {
        recover()
      }
    }
  }

  private static let declarations = [
    "claims", "disable", "enum", "events", "extend", "let", "list", "phase", "schema", "type",
    "use",
  ]

  private mutating func declaration() throws(Failure) -> Declaration {
    let first = current
    if takeWord("type") { return .type(try type()) }
    if takeWord("enum") { return .enumeration(try enumeration()) }
    if takeWord("list") { return .list(try list()) }
    if takeWord("let") { return .alias(try alias()) }
    if takeWord("phase") { return .phase(try phase()) }
    if takeWord("events") { return .events(try events()) }
    if takeWord("claims") { return .claims(try claims()) }
    if takeWord("schema") { return .schema(try schema()) }
    if takeWord("extend") { return .extend(try extend()) }
    if takeWord("disable") { return .disable(try disable()) }
    throw unknown(.declaration, first, among: Self.declarations)
  }

  // MARK: Lexemes

  var current: Lexeme { lexemes[index] }

  func peek(_ offset: Int = 1) -> Lexeme { lexemes[min(index + offset, lexemes.count - 1)] }

  mutating func advance() { if index < lexemes.count - 1 { index += 1 } }

  mutating func skipDocumentation() {
    if current.kind == .documentation { documentation = [] }
    while current.kind == .documentation {
      documentation.append(current.text)
      advance()
    }
  }

  func isMark(_ text: String) -> Bool { current.kind == .mark && current.text == text }

  func isWord(_ text: String) -> Bool { current.kind == .name && current.text == text }

  mutating func take(_ mark: String) -> Bool {
    guard isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func takeWord(_ word: String) -> Bool {
    guard isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: String) throws(Failure) {
    guard take(mark) else {
      throw fail(.expectedMark(mark, found: described(current)), current)
    }
  }

  mutating func name(_ what: String) throws(Failure) -> Name {
    let lexeme = current
    guard lexeme.kind == .name else {
      throw fail(.expectedName(what, found: described(lexeme)), lexeme)
    }
    advance()
    return Name(text: lexeme.text, location: source.location(lexeme.start, lexeme.end))
  }

  mutating func number() throws(Failure) -> Int {
    let lexeme = current
    guard lexeme.kind == .number, let value = Int(lexeme.text) else {
      throw fail(.expectedNumber(found: described(lexeme)), lexeme)
    }
    advance()
    return value
  }

  func place(_ lexeme: Lexeme) -> SourceLocation { source.location(lexeme.start, lexeme.end) }

  // MARK: Mistakes

  mutating func fail(_ mistake: SyntaxDiagnostic, _ lexeme: Lexeme) -> Failure {
    let place = place(lexeme)
    diagnostics.append(mistake.at(place))
    return Failure()
  }

  mutating func unknown(
    _ choice: SyntaxDiagnostic.Choice, _ lexeme: Lexeme, among known: [String]
  ) -> Failure {
    fail(
      .unknown(choice, word: lexeme.text, found: described(lexeme), known: known), lexeme)
  }

  /// A lexeme as a message names it.
  func described(_ lexeme: Lexeme) -> String {
    lexeme.kind == .end ? "the end of the file" : "`\(lexeme.text)`"
  }

  /// Goes on at the next word that begins a declaration at the start of a line.
  private mutating func recover() {
    nesting = 0
    advance()
    while current.kind != .end, !(beginsLine && Self.declarations.contains(current.text)) {
      advance()
    }
  }

  private var beginsLine: Bool {
    current.start == 0 || source.bytes[current.start - 1] == UInt8(ascii: "\n")
  }
}
