import Diagnostics

extension Compiler {
  /// Takes up what the files declare and refuses names that are declared twice.
  mutating func declare(_ files: [RuleFile], tables: TableSource) {
    let adaptations = ListAdaptations(of: files)
    var seen: [String: SourceLocation] = [:]
    for (file, declaration) in files.flatMap({ file in file.declarations.map { (file, $0) } }) {
      refuseSecond(declaration, &seen)
      switch declaration {
      case .type(let type): declare(type)
      case .enumeration(let enumeration):
        enums[enumeration.name.text] = enumeration.values.map(\.text)
      case .list(let list): declare(list, in: file, adaptations, tables: tables)
      case .alias(let alias): lets[alias.name.text] = alias.pattern
      case .schema(let schema):
        for entry in schema.entries {
          program.schema[entry.key.text] = entry.values.map(\.text)
        }
      case .phase, .events, .claims, .extend, .disable: break
      }
    }
    refuseUnknownLists(files)
    for file in files { refuseSecondRules(of: file) }
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
    case .schema, .events, .claims, .extend, .disable: return
    }
    refuseSecond(name, in: space, &seen)
  }

  /// Rules, frames and claims share one space of names in a file, as each is called by its file and its name.
  private mutating func refuseSecondRules(of file: RuleFile) {
    var seen: [String: SourceLocation] = [:]
    for declaration in file.declarations {
      let names: [Name] =
        switch declaration {
        case .phase(let phase): phase.rules.map(\.name)
        case .events(let events): events.frames.map(\.name)
        case .claims(let claims): claims.claims.map(\.name)
        default: []
        }
      for name in names { refuseSecond(name, in: "rule", &seen) }
    }
  }

  private mutating func refuseSecond(
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
    requiredFields[TypeID(rawValue: program.types.count - 1)] =
      type.fields.filter { !$0.isOptional }.map(\.name.text)
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

}
