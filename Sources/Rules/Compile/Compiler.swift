package import Diagnostics
package import Gazetteer
package import Text

/// Compiles the rule files of a pack into one program, and collects every mistake.
package struct Compiler {
  /// Gives the table at a path that starts at the home folder.
  package typealias TableSource = (String) throws(DiagnosticList) -> TableFile

  /// What a list's name stands for.
  enum ListMeaning {
    /// The entries of the program's list with this number.
    case entries(Int)
    /// `list lemma`: any form of the words of each entry.
    case lemmas([Pattern])
  }

  var program = Program()
  var enums: [String: [String]] = [:]
  /// The fields that every annotation of a type has.
  var requiredFields: [TypeID: [String]] = [:]
  var lists: [String: ListMeaning] = [:]
  /// The spellings of each list, for `in @list`.
  var listWords: [String: Set<String>] = [:]
  var lets: [String: Pattern] = [:]
  /// The automaton of the patterns outside phases.
  var patterns = PhaseBuilder()
  var diagnostics: [Diagnostic] = []
  let tokenizer: Tokenizer
  var vocabulary: Vocabulary
  private var listEdgeIndex: [ListEdge: Int] = [:]
  private var annotationEdgeIndex: [AnnotationEdge: Int] = [:]

  /// Compiles files in the order given: what a file uses comes before it.
  ///
  /// Throws a `DiagnosticList` with every error of all files. New spellings are added to `vocabulary`.
  package static func compile(
    _ files: [RuleFile], tables: TableSource, tokenizer: Tokenizer, vocabulary: inout Vocabulary
  ) throws(DiagnosticList) -> Program {
    var compiler = Compiler(tokenizer: tokenizer, vocabulary: vocabulary)
    let adaptation = Adaptation(of: files)
    let files = adaptation.files
    compiler.diagnostics = adaptation.findings
    compiler.declare(files, tables: tables)
    compiler.refuseCycles(files)
    // A pattern that leads back to itself would be written for ever.
    if compiler.diagnostics.allSatisfy({ $0.id != "cyclic-pattern" }) {
      compiler.compilePatterns(of: files)
    }
    vocabulary = compiler.vocabulary
    let mistakes = compiler.distinctDiagnostics()
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes) }
    return compiler.program
  }

  private init(tokenizer: Tokenizer, vocabulary: Vocabulary) {
    self.tokenizer = tokenizer
    self.vocabulary = vocabulary
  }

  private mutating func compilePatterns(of files: [RuleFile]) {
    var phases = files.flatMap { compilePhases(of: $0) }
    for file in files { compileLets(of: file) }
    for file in files { compileEvents(of: file) }
    for (index, var phase) in phases.enumerated() {
      phase.compiled.index = index
      phase.builder.finish(&phase.compiled, in: program)
      phases[index] = phase
    }
    program.phases = phases.map(\.compiled)
    program.patterns.index = phases.count
    patterns.finish(&program.patterns, in: program)
  }

  // MARK: Mistakes

  mutating func report(_ id: String, _ message: String, at: SourceLocation, help: String) {
    diagnostics.append(Diagnostic(id, message, at: at, help: help))
  }

  /// Reports a name that nothing declares, with the nearest one that exists.
  mutating func unknown(_ what: String, _ name: Name, among names: [String]) {
    diagnostics.append(.unknown(what, name, among: names))
  }

  /// A pattern is written once for each use, but a mistake in it is told once.
  private func distinctDiagnostics() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return diagnostics.filter { seen.insert($0).inserted }
  }

  // MARK: Parts that rules share

  mutating func test(_ test: TokenTest) -> Int { program.tests.add(test) }

  mutating func listEdge(_ edge: ListEdge) -> Int {
    if let known = listEdgeIndex[edge] { return known }
    listEdgeIndex[edge] = program.listEdges.count
    program.listEdges.append(edge)
    return program.listEdges.count - 1
  }

  mutating func annotationEdge(_ edge: AnnotationEdge) -> Int {
    if let known = annotationEdgeIndex[edge] { return known }
    annotationEdgeIndex[edge] = program.annotationEdges.count
    program.annotationEdges.append(edge)
    return program.annotationEdges.count - 1
  }
}
