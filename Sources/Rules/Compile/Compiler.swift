package import Diagnostics
package import Gazetteer
package import Text

/// Compiles the rule files of a pack into one program, and collects every mistake.
package struct Compiler {
  /// Gives the table at a path inside `Gazetteers/`.
  package typealias TableSource = (String) throws(DiagnosticList) -> TableFile

  var program = Program()
  var enums: [String: [String]] = [:]
  var lists: [String: Int] = [:]
  var lets: [String: Pattern] = [:]
  var diagnostics: [Diagnostic] = []
  var testIndex: [TokenTest: Int] = [:]
  let tokenizer: Tokenizer
  var vocabulary: Vocabulary

  /// Compiles files in the order given: what a file uses comes before it.
  ///
  /// Throws a `DiagnosticList` with every error of all files. New spellings are added to `vocabulary`.
  package static func compile(
    _ files: [RuleFile], tables: TableSource, tokenizer: Tokenizer, vocabulary: inout Vocabulary
  ) throws(DiagnosticList) -> Program {
    var compiler = Compiler(tokenizer: tokenizer, vocabulary: vocabulary)
    for file in files { compiler.declare(file, tables: tables) }
    for file in files { compiler.compilePhases(of: file) }
    vocabulary = compiler.vocabulary
    guard compiler.diagnostics.isEmpty else { throw DiagnosticList(compiler.diagnostics) }
    return compiler.program
  }

  private init(tokenizer: Tokenizer, vocabulary: Vocabulary) {
    self.tokenizer = tokenizer
    self.vocabulary = vocabulary
  }

  mutating func report(_ id: String, _ message: String, at: SourceLocation, help: String) {
    diagnostics.append(Diagnostic(id, message, at: at, help: help))
  }

  /// Reports a name that nothing declares, with the nearest one that exists.
  mutating func unknown(_ what: String, _ name: Name, among names: [String]) {
    let help =
      NearestName.find(name.text, in: names).map { "did you mean `\($0)`?" }
      ?? (names.isEmpty
        ? "declare it first" : "known are " + names.sorted().joined(separator: ", "))
    report(
      "unknown-\(what)", "nothing declares the \(what) `\(name.text)`", at: name.location,
      help: help)
  }

  // MARK: Declarations

  private mutating func declare(_ file: RuleFile, tables: TableSource) {
    for declaration in file.declarations {
      switch declaration {
      case .type(let type):
        let fields = type.fields.map(\.name.text)
        program.types.append(.init(name: type.name.text, fields: fields))
      case .enumeration(let enumeration):
        enums[enumeration.name.text] = enumeration.values.map(\.text)
      case .list(let list): declare(list, tables: tables)
      case .alias(let alias): lets[alias.name.text] = alias.pattern
      case .schema(let schema):
        for entry in schema.entries {
          program.schema[entry.key.text] = entry.values.map(\.text)
        }
      case .phase, .events: break
      }
    }
  }

  private mutating func declare(_ list: ListDeclaration, tables: TableSource) {
    lists[list.name.text] = program.lists.count
    do {
      program.lists.append(try gazetteer(list, tables: tables))
    } catch {
      diagnostics += error.diagnostics
      program.lists.append(Gazetteer(columns: [], letterCase: .smart))
    }
  }

  private mutating func gazetteer(
    _ list: ListDeclaration, tables: TableSource
  ) throws(DiagnosticList) -> Gazetteer {
    let letterCase = Gazetteer.LetterCase(rawValue: list.letterCase?.text ?? "smart") ?? .smart
    guard let file = list.file else {
      let rows = list.entries.map {
        (spellings: [tokenizer.tokens(of: $0.text, into: &vocabulary)], cells: [$0.text])
      }
      return Gazetteer(
        columns: ["name"], rows: rows, letterCase: letterCase, vocabulary: vocabulary)
    }
    let table = try tables(file.text)
    let spellings = try table.cells(of: list.match.map(\.text))
    let kept = try table.cells(of: list.keep.map(\.text))
    let rows = zip(spellings, kept).map { names, cells in
      let each = names.flatMap { $0.split(separator: "|").map(String.init) }
      return (
        spellings: each.map { tokenizer.tokens(of: $0, into: &vocabulary) }, cells: cells
      )
    }
    return Gazetteer(
      columns: list.keep.map(\.text), rows: rows, letterCase: letterCase, vocabulary: vocabulary)
  }

  // MARK: Phases

  private mutating func compilePhases(of file: RuleFile) {
    for case .phase(let phase) in file.declarations {
      var compiled = CompiledPhase(
        name: phase.name.text, selection: phase.selection, skipping: [], rules: [])
      for name in phase.skipping {
        if let type = program.type(name.text) {
          compiled.skipping.append(type)
        } else {
          unknown("type", name, among: program.types.map(\.name))
        }
      }
      for rule in phase.rules {
        compiled.rules.append(compile(rule, in: file.path))
      }
      program.phases.append(compiled)
    }
  }

  private mutating func compile(_ rule: RuleDeclaration, in path: String) -> CompiledRule {
    var builder = CodeBuilder()
    let start = emit(rule.pattern, next: builder.accept(), into: &builder, depth: 0)
    let file = path.hasSuffix(".rules") ? String(path.dropLast(6)) : path
    var compiled = CompiledRule(
      path: "\(file).\(rule.name.text)", priority: rule.priority, code: builder.code, start: start,
      captures: builder.captures, type: nil, fields: [])
    guard let name = rule.type else { return compiled }
    guard let type = program.type(name.text) else {
      unknown("type", name, among: program.types.map(\.name))
      return compiled
    }
    compiled.type = type
    let fields = program.types[type.rawValue].fields
    for assignment in rule.fields {
      if let index = fields.firstIndex(of: assignment.field.text) {
        compiled.fields.append((index, assignment.value))
      } else {
        unknown("field", assignment.field, among: fields)
      }
    }
    return compiled
  }
}

/// The states of one rule while they are written.
struct CodeBuilder {
  var code: [Instruction] = []
  var captures: [String] = []

  mutating func add(_ instruction: Instruction) -> Int {
    code.append(instruction)
    return code.count - 1
  }

  mutating func accept() -> Int { add(.accept) }

  mutating func capture(_ name: String) -> Int {
    if let index = captures.firstIndex(of: name) { return index }
    captures.append(name)
    return captures.count - 1
  }
}
