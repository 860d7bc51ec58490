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
  var phaseCount = 0
  /// The automaton of the patterns outside phases.
  var patterns = PhaseBuilder()
  var diagnostics = DiagnosticLog()
  /// What captures hold; made once, when everything is declared.
  var survey = CaptureSurvey(lets: [:], listColumns: [:], typeFields: [:])
  /// The expressions that have been read, nil for what is none.
  var regexes: [String: TokenRegex?] = [:]
  /// The tests that brackets are compiled to.
  private var bracketTests: [[Predicate]: Int] = [:]
  /// What all patterns have taken so far.
  private var budget = ProgramBudget()
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
    // A pattern that leads back to itself would be written for ever.
    if compiler.refuseEndlessLets(files) { compiler.compilePatterns(of: files) }
    vocabulary = compiler.vocabulary
    let mistakes = compiler.diagnostics
    guard mistakes.isEmpty else { throw DiagnosticList(mistakes.diagnostics) }
    return compiler.program
  }

  private init(tokenizer: Tokenizer, vocabulary: Vocabulary) {
    self.tokenizer = tokenizer
    self.vocabulary = vocabulary
  }

  private mutating func compilePatterns(of files: [RuleFile]) {
    beginSurvey()
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

  mutating func report(
    _ id: String, _ message: String, at: SourceLocation, help: @autoclosure () -> String
  ) {
    diagnostics.append(Diagnostic(id, message, at: at, help: help()))
  }

  /// Reports a name that nothing declares, with the nearest one that exists.
  mutating func unknown(_ what: String, _ name: Name, among names: [String]) {
    diagnostics.append(.unknown(what, name, among: names))
  }

  /// Names of lists, none where no message needs them any more.
  var listNames: [String] { diagnostics.isFull ? [] : Array(lists.keys) }

  /// Names that may stand bare in a pattern, none where no message needs them any more.
  var patternNames: [String] {
    diagnostics.isFull ? [] : program.types.map(\.name) + Array(lets.keys)
  }

  // MARK: Parts that rules share

  mutating func test(_ test: TokenTest) -> Int { program.tests.add(test) }

  /// The test of a bracket, which a pattern that is written often compiles but once.
  mutating func test(_ predicates: [Predicate]) -> Int {
    if let known = bracketTests[predicates] { return known }
    let number = test(.properties(tokenConditions(predicates)))
    bracketTests[predicates] = number
    return number
  }

  /// Adds what a pattern took to what all may take; an error at `name` where that is too much.
  mutating func spend(_ builder: PhaseBuilder, on name: Name) {
    guard budget.goesOn else { return }
    budget.spend(states: builder.ruleStates, calls: builder.calls)
    guard !budget.goesOn else { return }
    report(
      "program-too-large",
      "the patterns up to `\(name.text)` need more than \(ProgramBudget.maximumStates) states together",
      at: name.location, help: "repeat less, and name fewer large patterns again and again")
  }

  var hasBudget: Bool { budget.goesOn }

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
