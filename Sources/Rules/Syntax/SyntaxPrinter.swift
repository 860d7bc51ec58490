/// Writes a parsed rule file as text that parses to the same file; comments are not part of it.
struct SyntaxPrinter {
  private(set) var text = ""

  static func text(of file: RuleFile) -> String {
    var printer = SyntaxPrinter()
    for use in file.uses { printer.line(0, "use \(use.text)") }
    for declaration in file.declarations { printer.write(declaration) }
    return printer.text
  }

  private mutating func line(_ indent: Int, _ line: String) {
    text += String(repeating: " ", count: indent) + line + "\n"
  }

  private mutating func write(_ declaration: Declaration) {
    switch declaration {
    case .type(let type):
      let fields = type.fields.map {
        "\($0.name.text): \($0.kind.text)\($0.isOptional ? "?" : "")"
      }
      line(0, "type \(type.name.text) " + Self.braces(fields))
    case .enumeration(let enumeration):
      line(0, "enum \(enumeration.name.text) = " + Self.joined(enumeration.values, " | "))
    case .schema(let schema):
      line(0, "schema {")
      for entry in schema.entries {
        line(2, "\(entry.key.text) = \(Self.entries(entry.values));")
      }
      line(0, "}")
    case .list(let list): write(list)
    case .alias(let alias): write(alias)
    case .phase(let phase): write(phase)
    case .events(let events): write(events)
    case .claims(let claims): write(claims)
    case .extend(.list(let list)): write(list, after: "extend ")
    case .extend(.alias(let alias)): write(alias, after: "extend ")
    case .disable(let disabled): line(0, "disable " + Self.disabled(disabled))
    }
  }

  private mutating func write(_ alias: LetDeclaration, after prefix: String = "") {
    line(0, "\(prefix)let \(alias.name.text) = \(PatternPrinter.text(of: alias.pattern))")
  }

  private static func disabled(_ disabled: DisableDeclaration) -> String {
    switch disabled {
    case .rules(let paths): "rule " + joined(paths)
    case .entries(let list, let entries): "entry \(list.text) = " + Self.entries(entries)
    case .examples(let texts): "example " + texts.map { quoted($0.text) }.joined(separator: " | ")
    }
  }

  private mutating func write(_ list: ListDeclaration, after prefix: String = "") {
    let heading = "\(prefix)list \(list.isLemma ? "lemma " : "")\(list.name.text) "
    guard let file = list.file else {
      return line(0, heading + "= " + Self.entries(list.entries))
    }
    var options = ["match " + Self.joined(list.match)]
    if !list.keep.isEmpty { options.append("keep " + Self.joined(list.keep)) }
    if let letterCase = list.letterCase { options.append("case \(letterCase.text)") }
    if let filter = list.filter {
      options.append("where \(filter.column.text) = \(Self.word(filter.value.text))")
    }
    let path = Self.quoted(file.text)
    line(0, heading + "from \(path) { \(options.joined(separator: "; ")) }")
  }

  // MARK: Phases

  private mutating func write(_ phase: PhaseDeclaration) {
    let skipping = phase.skipping.isEmpty ? "" : ", skipping " + Self.joined(phase.skipping)
    line(
      0, "phase \(phase.name.text) in sentence, select \(phase.selection.rawValue)\(skipping) {")
    for rule in phase.rules { write(rule) }
    line(0, "}")
  }

  private mutating func write(_ rule: RuleDeclaration) {
    write(documentation: rule.documentation)
    let priority = rule.priority == 0 ? "" : " priority \(rule.priority)"
    let heading = "\(rule.isBlock ? "block" : "rule") \(rule.name.text)\(priority): "
    line(2, heading + PatternPrinter.text(of: rule.pattern))
    if let type = rule.type {
      let fields = rule.fields.map { "\($0.field.text): \(Self.expression($0.value))" }
      line(4, "=> \(type.text) " + Self.braces(fields))
    }
    for example in rule.examples { line(4, Self.example(example)) }
  }

  private mutating func write(documentation: String) {
    guard !documentation.isEmpty else { return }
    for text in documentation.split(separator: "\n", omittingEmptySubsequences: false) {
      line(2, "/// \(text)")
    }
  }

  private static func expression(_ expression: Expression) -> String {
    switch expression {
    case .string(let text): quoted(text)
    case .number(let number): String(number)
    case .name(let name): name.text
    case .property(let name, let property): "\(name.text).\(property.text)"
    case .call(let function, let arguments):
      "\(function.text)(\(arguments.map(Self.expression).joined(separator: ", ")))"
    }
  }

  private static func example(_ example: Example) -> String {
    var parts = [example.kind.rawValue, quoted(example.text)]
    if let date = example.date { parts.append("on \(date)") }
    if example.isExact { parts.append("exactly") }
    if let type = example.type {
      let fields =
        example.fields.map { "\($0.name.text): \(word($0.value))" }
        + example.lists.map { name, values in
          "\(name.text): [\(values.map(Self.word).joined(separator: ", "))]"
        }
      parts.append("=> \(type.text)" + (fields.isEmpty ? "" : " " + braces(fields)))
    }
    return parts.joined(separator: " ")
  }

  // MARK: Frames and claims

  private mutating func write(_ events: EventsDeclaration) {
    let skipping = events.skipping.isEmpty ? "" : ", skipping " + Self.joined(events.skipping)
    line(0, "events \(Self.joined(events.types)) in clause\(skipping) {")
    for frame in events.frames { write(frame) }
    line(0, "}")
  }

  private mutating func write(_ frame: FrameDeclaration) {
    write(documentation: frame.documentation)
    line(2, "frame \(frame.name.text): \(frame.type.text)")
    for trigger in frame.triggers { line(4, "trigger " + Self.trigger(trigger)) }
    for slot in frame.slots {
      let sources = slot.sources.map(Self.source).joined(separator: ", ")
      let filler =
        PatternPrinter.text(of: slot.filler) + (slot.isPerHead ? " per head" : "")
        + (slot.isRequired ? " required" : "") + (slot.takesPrevious ? " else previous" : "")
      line(4, "slot \(slot.role.text) <- \(sources): \(filler)")
    }
    if frame.minimum != 1 { line(4, "need \(frame.minimum) participants") }
    if frame.needsPlace { line(4, "need place") }
    if frame.refusesInfinitive { line(4, "need no infinitive") }
    if frame.refusesPlace { line(4, "need no place") }
    for setting in frame.settings {
      line(4, "set \(setting.field.text) = \(setting.value.text)")
    }
    for example in frame.examples { line(4, Self.example(example)) }
  }

  private static func trigger(_ trigger: FrameDeclaration.Trigger) -> String {
    switch trigger {
    case .noun(let pattern): return "noun \(PatternPrinter.sequence(pattern))"
    case .verb(let lemmas, let needs, let pattern):
      let verb = "verb [\(lemmas.map { word($0.text) }.joined(separator: ", "))]"
      guard let pattern else { return verb }
      return "\(verb) \(source(needs)) \(PatternPrinter.sequence(pattern))"
    }
  }

  private static func source(_ source: FrameDeclaration.Source) -> String {
    switch source {
    case .subject: "subject"
    case .object: "object"
    case .possessor: "possessor"
    case .bare: "bare"
    case .preposition(let words): quoted(words)
    }
  }

  private mutating func write(_ claims: ClaimsDeclaration) {
    line(0, "claims \(claims.field.text) {")
    for claim in claims.claims {
      let conditions = PatternPrinter.text(of: claim.conditions)
      line(2, "\(claim.name.text): [\(conditions)] => \(claim.value.text)")
    }
    line(0, "}")
  }

  // MARK: Words

  private static func joined(_ names: [Name], _ separator: String = ", ") -> String {
    names.map(\.text).joined(separator: separator)
  }

  private static func entries(_ names: [Name]) -> String {
    names.map { word($0.text) }.joined(separator: " | ")
  }

  private static func braces(_ parts: [String]) -> String {
    parts.isEmpty ? "{ }" : "{ \(parts.joined(separator: ", ")) }"
  }

  /// A word in lower case stands bare, any other text in quotation marks: they mean the same.
  static func word(_ text: String) -> String {
    let isBare = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
    return isBare && !text.isEmpty ? text : quoted(text)
  }

  static func quoted(_ text: String) -> String {
    let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
    return "\"\(String(escaped))\""
  }
}
