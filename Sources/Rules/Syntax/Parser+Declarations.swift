import Diagnostics

extension Parser {
  mutating func type() throws(Failure) -> TypeDeclaration {
    var type = TypeDeclaration(name: try name("a name for the type"), fields: [])
    try expect("{")
    while !take("}") {
      let field = try name("a field or `}`")
      try expect(":")
      let kind = try name("the field's kind")
      type.fields.append(.init(name: field, kind: kind, isOptional: take("?")))
      if !isMark("}") { try expect(",") }
    }
    return type
  }

  mutating func enumeration() throws(Failure) -> EnumDeclaration {
    let title = try name("a name for the enumeration")
    try expect("=")
    var values = [try name("a value")]
    while take("|") { values.append(try name("a value")) }
    return EnumDeclaration(name: title, values: values)
  }

  mutating func schema() throws(Failure) -> SchemaDeclaration {
    var schema = SchemaDeclaration(entries: [])
    try expect("{")
    while !take("}") {
      let key = try name("a key or `}`")
      try expect("=")
      schema.entries.append(.init(key: key, values: try entries()))
      if !isMark("}") { try expect(";") }
    }
    return schema
  }

  mutating func list() throws(Failure) -> ListDeclaration {
    let isLemma = isWord("lemma") && peek().kind == .name
    if isLemma { advance() }
    var list = ListDeclaration(name: try name("a name for the list"))
    list.isLemma = isLemma
    if takeWord("from") {
      list.file = try text("the path of a list in quotation marks")
      try listOptions(&list)
    } else {
      try expect("=")
      list.entries = try entries()
    }
    return list
  }

  private mutating func listOptions(_ list: inout ListDeclaration) throws(Failure) {
    let opening = current
    try expect("{")
    while !take("}") {
      let option = current
      if takeWord("match") {
        list.match = try names()
      } else if takeWord("keep") {
        list.keep = try names()
      } else if takeWord("case") {
        list.letterCase = try letterCase()
      } else if takeWord("where") {
        let column = try name("a column")
        try expect("=")
        list.filter = (column, try entry())
      } else {
        throw unknown(.listOption, option, among: ["case", "keep", "match", "where"])
      }
      if !isMark("}") { try expect(";") }
    }
    guard !list.match.isEmpty else { throw fail(.expectedMatch(list: list.name.text), opening) }
  }

  private mutating func letterCase() throws(Failure) -> Name {
    let lexeme = current
    let result = try name("`smart`, `exact` or `fold`")
    let known = ["exact", "fold", "smart"]
    guard known.contains(result.text) else {
      throw unknown(.letterCase, lexeme, among: known)
    }
    return result
  }

  mutating func names() throws(Failure) -> [Name] {
    var result = [try name("a name")]
    while take(",") { result.append(try name("a name")) }
    return result
  }

  mutating func alias() throws(Failure) -> LetDeclaration {
    let name = try name("a name for the pattern")
    try expect("=")
    return LetDeclaration(name: name, pattern: try pattern())
  }

  mutating func entries() throws(Failure) -> [Name] {
    var result = [try entry()]
    while take("|") { result.append(try entry()) }
    return result
  }

  /// An entry of a list: a word or a text in quotation marks.
  mutating func entry() throws(Failure) -> Name {
    current.kind == .string ? try text("an entry") : try name("an entry")
  }

  mutating func text(_ what: String) throws(Failure) -> Name {
    let lexeme = current
    guard lexeme.kind == .string else {
      throw fail(.expectedText(what, found: described(lexeme)), lexeme)
    }
    advance()
    return Name(text: lexeme.text, location: place(lexeme))
  }

  mutating func phase() throws(Failure) -> PhaseDeclaration {
    var phase = PhaseDeclaration(name: try name("a name for the phase"))
    while !isMark("{") {
      _ = take(",")
      let option = current
      if takeWord("in") {
        try unit("sentence", after: option)
      } else if takeWord("select") {
        phase.selection = try selection()
      } else if takeWord("skipping") {
        phase.skipping = try names()
      } else {
        throw unknown(.phaseOption, option, among: ["in", "select", "skipping"])
      }
    }
    try expect("{")
    skipDocumentation()
    while !take("}") {
      phase.rules.append(try rule())
      skipDocumentation()
    }
    return phase
  }

  /// The only unit that these rules can run in.
  mutating func unit(_ known: String, after option: Lexeme) throws(Failure) {
    let lexeme = current
    guard try name("`\(known)`").text == known else {
      let found = described(lexeme)
      throw fail(.unknown(.unit, word: lexeme.text, found: found, known: [known]), option)
    }
  }

  private mutating func selection() throws(Failure) -> PhaseDeclaration.Selection {
    let lexeme = current
    let mode = try name("a selection")
    guard let selection = PhaseDeclaration.Selection(rawValue: mode.text) else {
      let modes = PhaseDeclaration.Selection.allCases.map(\.rawValue)
      throw unknown(.selection, lexeme, among: modes)
    }
    return selection
  }

  private mutating func rule() throws(Failure) -> RuleDeclaration {
    let lines = documentation
    documentation = []
    let opening = current
    let isBlock = takeWord("block")
    guard isBlock || takeWord("rule") else {
      throw fail(.expectedRule(found: described(opening)), opening)
    }
    let title = try name("a name for the rule")
    let priority = takeWord("priority") ? try number() : 0
    try expect(":")
    var rule = RuleDeclaration(name: title, pattern: try pattern())
    rule.documentation = lines.joined(separator: "\n")
    rule.priority = priority
    rule.isBlock = isBlock
    if !isBlock { try action(&rule) }
    rule.examples = try examples()
    return rule
  }

  private mutating func action(_ rule: inout RuleDeclaration) throws(Failure) {
    try expect("=>")
    rule.type = try name("the type to make")
    try expect("{")
    while !take("}") {
      let field = try name("a field or `}`")
      try expect(":")
      rule.fields.append(FieldAssignment(field: field, value: try expression()))
      if !isMark("}") { try expect(",") }
    }
  }

  private mutating func expression() throws(Failure) -> Expression {
    if current.kind == .string { return .string(try text("a text").text) }
    if current.kind == .number { return .number(try number()) }
    let lexeme = current
    let first = try name("a value")
    if take(".") { return .property(first, try name("a property")) }
    guard take("(") else { return .name(first) }
    let functions = ["first", "join"]
    guard functions.contains(first.text) else {
      throw unknown(.function, lexeme, among: functions)
    }
    guard nesting < Self.maximumNesting else { throw tooDeep() }
    nesting += 1
    var arguments: [Expression] = []
    while !take(")") {
      arguments.append(try expression())
      if !isMark(")") { try expect(",") }
    }
    nesting -= 1
    return .call(first, arguments)
  }

  mutating func tooDeep() -> Failure { fail(.tooDeep, current) }
}
