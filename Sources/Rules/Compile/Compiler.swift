package import Diagnostics
package import Gazetteer
package import Text

/// Compiles the rule files of a pack into one program, and collects every mistake.
package struct Compiler {
  /// Gives the table at a path that starts at the home folder.
  package typealias TableSource = (String) throws(DiagnosticList) -> TableFile

  var program = Program()
  var enums: [String: [String]] = [:]
  var lists: [String: Int] = [:]
  /// The spellings of each list, for tests of a token against it.
  var listSpellings: [String: Set<String>] = [:]
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
    var seen = Set<Diagnostic>()
    let problems = compiler.diagnostics.filter { seen.insert($0).inserted }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
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
      case .list(let list): declare(list, in: file, tables: tables)
      case .alias(let alias): lets[alias.name.text] = alias.pattern
      case .schema(let schema):
        for entry in schema.entries {
          program.schema[entry.key.text] = entry.values.map(\.text)
        }
      case .phase, .events, .claims: break
      }
    }
  }

  private mutating func declare(
    _ list: ListDeclaration, in file: RuleFile, tables: TableSource
  ) {
    lists[list.name.text] = program.lists.count
    do {
      let entries = try entries(of: list, in: file, tables: tables)
      listSpellings[list.name.text] = Set(entries.flatMap(\.names))
      program.lists.append(gazetteer(list, entries))
    } catch {
      diagnostics += error.diagnostics
      program.lists.append(Gazetteer(columns: [], letterCase: .smart))
    }
  }

  /// The spellings and cells of a list's rows.
  private func entries(
    of list: ListDeclaration, in file: RuleFile, tables: TableSource
  ) throws(DiagnosticList) -> [(names: [String], cells: [String])] {
    guard let path = list.file else { return list.entries.map { ([$0.text], [$0.text]) } }
    let table = try tables(TablePath.resolve(path.text, from: file.path))
    let names = try table.cells(of: list.match.map(\.text))
    let kept = try table.cells(of: list.keep.map(\.text))
    var isIn = Array(repeating: true, count: names.count)
    if let filter = list.filter {
      isIn = try table.cells(of: [filter.column.text]).map { $0[0] == filter.value.text }
    }
    return zip(zip(names, kept), isIn).filter(\.1).map { row, _ in
      (row.0.flatMap { $0.split(separator: "|").map(String.init) }, row.1)
    }
  }

  private mutating func gazetteer(
    _ list: ListDeclaration, _ entries: [(names: [String], cells: [String])]
  ) -> Gazetteer {
    let rows = entries.map { entry in
      (
        spellings: entry.names.map { tokenizer.tokens(of: $0, into: &vocabulary) },
        cells: entry.cells
      )
    }
    return Gazetteer(
      columns: list.file == nil ? ["name"] : list.keep.map(\.text), rows: rows,
      letterCase: Gazetteer.LetterCase(rawValue: list.letterCase?.text ?? "smart") ?? .smart,
      vocabulary: vocabulary)
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
    for case .events(let events) in file.declarations {
      program.events.append(compile(events, in: file.path))
    }
    for case .claims(let claims) in file.declarations {
      program.claims += compile(claims, in: file.path)
    }
  }

  /// `pack/file.rule`.
  func rulePath(_ rule: Name, in path: String) -> String {
    (path.hasSuffix(".rules") ? String(path.dropLast(6)) : path) + ".\(rule.text)"
  }

  private mutating func compile(_ rule: RuleDeclaration, in path: String) -> CompiledRule {
    var builder = CodeBuilder()
    let start = emit(rule.pattern, next: builder.accept(), into: &builder, depth: 0)
    var compiled = CompiledRule(
      path: rulePath(rule.name, in: path), priority: rule.priority, code: builder.code,
      start: start,
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
