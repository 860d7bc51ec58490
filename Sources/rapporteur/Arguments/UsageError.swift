import Diagnostics

/// A wrong call.
enum UsageError: Error, Hashable {
  case noCommand
  case unknownCommand(String)
  case unknownFlag(String, Command?)
  case missingValue(Flag)
  case unexpectedValue(Flag)
  case badValue(Flag, String, expected: String)
  case missingFlag(Flag, Command)
  case operandCount(Command, Int)
  case emptyOperand(Command)
  case unknownRecord(String, known: [String])
}

extension UsageError: CustomStringConvertible {
  var description: String {
    switch self {
    case .noCommand: "no command is given"
    case .unknownCommand(let name): "there is no command `\(name)`"
    case .unknownFlag(let name, let command):
      "there is no flag `\(name)`" + (command.map { " of `\($0.rawValue)`" } ?? "")
    case .missingValue(let flag): "`\(flag.long)` needs a value: \(flag.placeholder ?? "")"
    case .unexpectedValue(let flag): "`\(flag.long)` takes no value"
    case .badValue(let flag, let value, let expected):
      "`\(flag.long)` is `\(value)`, but must be \(expected)"
    case .missingFlag(let flag, let command):
      "`\(command.rawValue)` needs `\(flag.usage.split(separator: ",").first ?? "")`"
    case .operandCount(let command, let count):
      count == 0
        ? "`\(command.rawValue)` needs \(command.operands)"
        : "`\(command.rawValue)` takes \(command.operands), not \(count) of them"
    case .emptyOperand(let command): "an operand of `\(command.rawValue)` is empty"
    case .unknownRecord(let name, _): "there is no record `\(name)`"
    }
  }

  /// What to do about it.
  var help: String? {
    switch self {
    case .noCommand: "commands are \(Command.allCases.map(\.rawValue).joined(separator: ", "))"
    case .unknownCommand(let name):
      hint(name, Command.allCases.map(\.rawValue)) ?? "`rapporteur --help` lists the commands"
    case .unknownFlag(let name, let command):
      hint(name, (command?.flags ?? [.help, .version]).map(\.long))
        ?? "`rapporteur \(command.map { $0.rawValue + " " } ?? "")--help` lists the flags"
    case .unknownRecord(let name, let known):
      hint(name, known) ?? "records are \(known.joined(separator: ", "))"
    case .missingFlag(_, let command), .operandCount(let command, _), .emptyOperand(let command):
      "for example: \(command.example)"
    case .missingValue, .unexpectedValue, .badValue: nil
    }
  }

  private func hint(_ name: String, _ candidates: [String]) -> String? {
    NearestName.find(name, in: candidates).map { "did you mean `\($0)`?" }
  }
}
