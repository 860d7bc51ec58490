/// Help, made from the tables of commands and flags.
enum HelpText {
  static let statuses = """
    Exit status: 0 done, 1 findings (failed tests, differences, nothing found),
    2 wrong call or rules, 3 nothing usable or too many rejects, 5 input or output failed.
    """

  static func general() -> String {
    let width = Command.allCases.map { $0.rawValue.count }.max() ?? 0
    let commands = Command.allCases.map { "  \(pad($0.rawValue, width))  \($0.summary)" }
    return """
      usage: rapporteur COMMAND [FLAG…] [OPERAND…]
             rapporteur COMMAND --help
             rapporteur --version

      commands:
      \(commands.joined(separator: "\n"))

      \(statuses)

      example: \(Command.run.example)
      """
  }

  static func of(_ command: Command) -> String {
    let required = command.required.map { " \($0.long) \($0.placeholder ?? "")" }.joined()
    let width = command.flags.map { $0.usage.count }.max() ?? 0
    let flags = command.flags.map { "  \(pad($0.usage, width))  \($0.summary)" }
    return """
      usage: rapporteur \(command.rawValue) [FLAG…]\(required) \(command.operands)

      This \(command.summary).
      \(command.notes.map { $0 + "\n" } ?? "")
      flags:
      \(flags.joined(separator: "\n"))

      \(statuses)

      example: \(command.example)
      """
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
