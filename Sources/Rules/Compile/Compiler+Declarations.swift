import Diagnostics
import Gazetteer
import Text

extension Compiler {
  /// Takes up what the files declare and refuses names that are declared twice.
  mutating func declare(_ files: [RuleFile], tables: TableSource) {
    var seen: [String: SourceLocation] = [:]
    for (file, declaration) in files.flatMap({ file in file.declarations.map { (file, $0) } }) {
      refuseSecond(declaration, &seen)
      switch declaration {
      case .type(let type): declare(type)
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
    for case .type(let type) in files.flatMap(\.declarations) { checkKinds(of: type) }
  }

  /// Types and patterns share one space of names, as both stand bare in a pattern.
  private mutating func refuseSecond(
    _ declaration: Declaration, _ seen: inout [String: SourceLocation]
  ) {
    let name: Name
    let space: String
    switch declaration {
    case .type(let type): (name, space) = (type.name, "pattern")
    case .alias(let alias): (name, space) = (alias.name, "pattern")
    case .enumeration(let enumeration): (name, space) = (enumeration.name, "enum")
    case .list(let list): (name, space) = (list.name, "list")
    case .phase(let phase): (name, space) = (phase.name, "phase")
    case .schema, .events, .claims: return
    }
    refuseSecond(name, in: space, &seen)
  }

  mutating func refuseSecond(
    _ name: Name, in space: String, _ seen: inout [String: SourceLocation]
  ) {
    if let first = seen["\(space) \(name.text)"] {
      report(
        "duplicate-name", "`\(name.text)` is declared a second time", at: name.location,
        help: "the first stands at \(first.path):\(first.line); rename one of them")
    }
    seen["\(space) \(name.text)"] = name.location
  }

  private mutating func declare(_ type: TypeDeclaration) {
    program.types.append(
      .init(
        name: type.name.text, fields: type.fields.map(\.name.text),
        kinds: type.fields.map(\.kind.text)))
    var seen: [String: SourceLocation] = [:]
    for field in type.fields { refuseSecond(field.name, in: "field", &seen) }
  }

  private static let plainKinds = ["date", "number", "text"]

  private mutating func checkKinds(of type: TypeDeclaration) {
    for field in type.fields {
      let name = field.kind.text
      guard !Self.plainKinds.contains(name), enums[name] == nil, lists[name] == nil,
        program.type(name) == nil
      else { continue }
      let known = Self.plainKinds + enums.keys + lists.keys + program.types.map(\.name)
      unknown("kind", field.kind, among: known)
    }
  }

  // MARK: Lists

  private mutating func declare(
    _ list: ListDeclaration, in file: RuleFile, tables: TableSource
  ) {
    if list.isLemma {
      listWords[list.name.text] = Set(list.entries.map(\.text))
      lists[list.name.text] = .lemmas(list.entries.map(lemmaPattern))
      return
    }
    lists[list.name.text] = .entries(program.lists.count)
    do {
      let entries = try entries(of: list, in: file, tables: tables)
      listWords[list.name.text] = Set(entries.flatMap(\.names))
      program.lists.append(gazetteer(list, entries))
    } catch {
      diagnostics += error.diagnostics
      // The columns stay known, so that rules that use them bring no second mistake.
      let columns = list.file == nil ? ["name"] : list.keep.map(\.text)
      program.lists.append(Gazetteer(columns: columns, letterCase: .smart))
    }
  }

  private func lemmaPattern(_ entry: Name) -> Pattern {
    let words = entry.text.split(separator: " ").map {
      Pattern.lemma(String($0), at: entry.location)
    }
    return words.count == 1 ? words[0] : .sequence(words)
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
    let rows = entries.map { (spellings: spellings($0.names), cells: $0.cells) }
    return Gazetteer(
      columns: list.file == nil ? ["name"] : list.keep.map(\.text), rows: rows,
      letterCase: letterCase(of: list), vocabulary: vocabulary)
  }

  /// The tokens of each spelling, and of each with spaces for its hyphens.
  private mutating func spellings(_ names: [String]) -> [[TokenID]] {
    names.flatMap { name in
      let open = String(name.map { $0 == "-" ? " " : $0 })
      return (open == name ? [name] : [name, open])
        .map { tokenizer.tokens(of: $0, into: &vocabulary) }
    }
  }

  private mutating func letterCase(of list: ListDeclaration) -> Gazetteer.LetterCase {
    guard let name = list.letterCase else { return .smart }
    if let known = Gazetteer.LetterCase(rawValue: name.text) { return known }
    unknown("case", name, among: Gazetteer.LetterCase.allCases.map(\.rawValue))
    return .smart
  }

  // MARK: Cycles

  /// Reports each `let` that leads back to itself.
  mutating func refuseCycles(_ files: [RuleFile]) {
    var finished = Set<String>()
    for case .alias(let alias) in files.flatMap(\.declarations) {
      var open: [String] = []
      visit(alias.name, &open, &finished)
    }
  }

  private mutating func visit(_ name: Name, _ open: inout [String], _ finished: inout Set<String>) {
    guard let pattern = lets[name.text], !finished.contains(name.text) else { return }
    guard !open.contains(name.text) else {
      return report(
        "cyclic-pattern", "`\(name.text)` contains itself", at: name.location,
        help: "a pattern may use only patterns that do not lead back to it")
    }
    open.append(name.text)
    for reference in Self.references(of: pattern) { visit(reference, &open, &finished) }
    open.removeLast()
    finished.insert(name.text)
  }

  /// The names that a pattern uses, in order.
  private static func references(of pattern: Pattern) -> [Name] {
    switch pattern {
    case .literal, .lemma, .token, .list: []
    case .named(let name, _, let at): [Name(text: name, location: at)]
    case .sequence(let parts), .choice(let parts): parts.flatMap(references)
    case .capture(_, let inner, _), .repetition(let inner, _, _), .look(_, _, let inner, _):
      references(of: inner)
    case .gap(_, let excluding, _): excluding.map(references) ?? []
    case .except(let inner, let veto, _): references(of: inner) + references(of: veto)
    }
  }
}
