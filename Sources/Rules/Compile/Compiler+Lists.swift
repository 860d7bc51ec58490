import Diagnostics
import Gazetteer
import Text

extension Compiler {
  /// Puts a list together and takes it up.
  mutating func declare(
    _ list: ListDeclaration, in file: RuleFile, _ adaptations: ListAdaptations,
    tables: TableSource
  ) {
    let isAdapted = !adaptations.areEmpty(for: list)
    let found = assembled(list, in: file, adaptations, tables: tables)
    if found?.isEmpty == true, isAdapted || list.isLemma {
      report(
        "empty-list", "the list `\(list.name.text)` has no entry", at: list.name.location,
        help: "leave it an entry, or disable the rules that use it")
    }
    let rows = found ?? []
    listWords[list.name.text] = Set(rows.flatMap(\.names))
    guard !list.isLemma else {
      lists[list.name.text] = .lemmas(rows.flatMap(Self.lemmaPatterns))
      return
    }
    lists[list.name.text] = .entries(program.lists.count)
    let entries = rows.map { (spellings: spellings($0.names), cells: $0.cells) }
    program.lists.append(
      Gazetteer(
        columns: list.columnNames, rows: entries, letterCase: letterCase(of: list),
        vocabulary: vocabulary))
  }

  /// Any form of each word of each spelling.
  private static func lemmaPatterns(of row: ListRow) -> [Pattern] {
    row.names.map { name in
      let words = name.split(separator: " ").map { Pattern.lemma(String($0), at: row.location) }
      return words.count == 1 ? words[0] : .sequence(words)
    }
  }

  /// The tokens of each spelling, and of each with spaces for its hyphens.
  private mutating func spellings(_ names: [String]) -> [[TokenID]] {
    names.flatMap { name in
      let open = Self.open(name)
      return (open == name ? [name] : [name, open])
        .map { tokenizer.tokens(of: $0, into: &vocabulary) }
    }
  }

  private static func open(_ name: String) -> String {
    String(name.map { $0 == "-" ? " " : $0 })
  }

  private mutating func letterCase(of list: ListDeclaration) -> Gazetteer.LetterCase {
    guard let name = list.letterCase else { return .smart }
    if let known = Gazetteer.LetterCase(rawValue: name.text) { return known }
    unknown("case", name, among: Gazetteer.LetterCase.allCases.map(\.rawValue))
    return .smart
  }

  // MARK: Rows

  /// The rows of a list with what others add to it and without what they mask; nil where a table cannot be read.
  private mutating func assembled(
    _ list: ListDeclaration, in file: RuleFile, _ adaptations: ListAdaptations,
    tables: TableSource
  ) -> [ListRow]? {
    do {
      refuseColumns(of: list, against: list)
      let own = try rows(of: list, in: file, for: list, tables: tables)
      guard !adaptations.areEmpty(for: list) else { return own }
      var assembly = ListAssembly(of: list)
      for mask in adaptations.masks[list.name.text] ?? [] {
        assembly.mask(mask, key: key(of: mask.entry.text))
      }
      assembly.add(withKeys(own))
      for addition in adaptations.additions[list.name.text] ?? [] {
        check(addition.list, against: list)
        let rows = try rows(of: addition.list, in: addition.file, for: list, tables: tables)
        assembly.add(withKeys(rows), by: addition.file.pack)
      }
      assembly.finish()
      diagnostics.append(contentsOf: assembly.findings)
      return assembly.rows
    } catch {
      diagnostics.append(contentsOf: error.diagnostics)
      return nil
    }
  }

  /// The rows that a declaration gives to `list`, which is itself or what it extends. What it does not say is empty.
  private func rows(
    of source: ListDeclaration, in file: RuleFile, for list: ListDeclaration, tables: TableSource
  ) throws(DiagnosticList) -> [ListRow] {
    let columns = list.columnNames
    guard let path = source.file else {
      let isName = columns.indices.map { $0 == list.nameColumn }
      return source.entries.map { entry in
        ListRow(
          names: [entry.text], cells: isName.map { $0 ? entry.text : "" }, origin: .entry(entry))
      }
    }
    let table = try tables(TablePath.resolve(path.text, from: file.path))
    let names = try table.cells(of: source.match.map(\.text))
    let given = Set((source.keep + source.match).map(\.text))
    let kept = try table.cells(of: columns.filter(given.contains))
    var isIn = Array(repeating: true, count: names.count)
    if let filter = source.filter {
      isIn = try table.cells(of: [filter.column.text]).map { $0[0] == filter.value.text }
    }
    return table.rows.indices.filter { isIn[$0] }.map { index in
      var cells = kept[index].makeIterator()
      return ListRow(
        names: names[index].flatMap { $0.split(separator: "|").map(String.init) },
        cells: columns.map { given.contains($0) ? cells.next() ?? "" : "" },
        origin: .row(table.rows[index], path: table.path))
    }
  }

  private mutating func withKeys(_ rows: [ListRow]) -> [ListRow] {
    rows.map { row in
      var row = row
      row.keys = row.names.map { key(of: $0) }
      return row
    }
  }

  private mutating func key(of name: String) -> ListRow.Key {
    tokenizer.tokens(of: Self.open(name), into: &vocabulary).map(vocabulary.folded)
  }

  // MARK: Extensions

  /// Refuses an `extend list` that asks for what the list is not.
  private mutating func check(_ addition: ListDeclaration, against list: ListDeclaration) {
    refuseColumns(of: addition, against: list)
    if let asked = addition.letterCase, asked.text != list.letterCase?.text ?? "smart" {
      report(
        "extension-conflict", "the list `\(list.name.text)` is not compared by `\(asked.text)`",
        at: asked.location, help: "leave `case` out; the list says how case is compared")
    }
    if addition.isLemma, !list.isLemma {
      report(
        "extension-conflict", "the list `\(list.name.text)` is not one of lemmas",
        at: addition.name.location, help: "leave `lemma` out")
    }
  }

  /// Refuses columns that the entries of a list do not have.
  private mutating func refuseColumns(of source: ListDeclaration, against list: ListDeclaration) {
    let columns = list.columnNames
    for column in source.keep where !columns.contains(column.text) {
      guard list.isLemma else {
        unknown("column", column, among: columns)
        continue
      }
      report(
        "lemma-list-column", "a list of lemmas has no columns", at: column.location,
        help: "leave `keep` out")
    }
  }

  /// Refuses to extend or mask a list that nothing declares.
  mutating func refuseUnknownLists(_ files: [RuleFile]) {
    for declaration in files.flatMap(\.declarations) {
      switch declaration {
      case .extend(.list(let list)) where lists[list.name.text] == nil:
        unknown("list", list.name, among: listNames)
      case .disable(.entries(let name, _)) where lists[name.text] == nil:
        unknown("list", name, among: listNames)
      default: break
      }
    }
  }
}
