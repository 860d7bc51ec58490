/// A call of the program: a command, the values of its flags and its operands.
struct Invocation: Equatable {
  var command: Command
  private(set) var values: [Flag: String] = [:]
  private(set) var operands: [String] = []

  /// What the arguments (without the program's name) ask for.
  enum Request: Equatable {
    case help(Command?)
    case version
    case invocation(Invocation)
  }

  /// Reads the arguments; `--help` anywhere before `--` wins.
  static func parse(_ arguments: [String]) throws(UsageError) -> Request {
    guard let first = arguments.first else { throw .noCommand }
    guard let command = Command(rawValue: first) else {
      switch first {
      case "help": return .help(try arguments.dropFirst().first.map(Self.command))
      case Flag.help.long, "-h": return .help(nil)
      case Flag.version.long: return .version
      default: throw first.hasPrefix("-") ? .unknownFlag(first, nil) : .unknownCommand(first)
      }
    }
    var invocation = Invocation(command: command)
    try invocation.read(arguments.dropFirst())
    guard invocation.values[.help] == nil else { return .help(command) }
    try invocation.check()
    return .invocation(invocation)
  }

  private static func command(_ name: String) throws(UsageError) -> Command {
    guard let command = Command(rawValue: name) else { throw .unknownCommand(name) }
    return command
  }

  private init(command: Command) { self.command = command }

  private mutating func read(_ arguments: ArraySlice<String>) throws(UsageError) {
    var rest = arguments
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      try read(flag: argument, &rest)
    }
  }

  /// `--name`, `--name VALUE`, `--name=VALUE`, `-o VALUE`.
  private mutating func read(
    flag argument: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard
      let flag = command.flags.first(where: { name == $0.long || name == "-\($0.short ?? " ")" })
    else { throw .unknownFlag(name, command) }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    guard flag.placeholder != nil else {
      guard attached == nil else { throw .unexpectedValue(flag) }
      values[flag] = ""
      return
    }
    guard let value = attached ?? rest.popFirst(), !value.isEmpty else {
      throw .missingValue(flag)
    }
    values[flag] = value
  }

  private func check() throws(UsageError) {
    guard command.operandCount.contains(operands.count) else {
      throw .operandCount(command, operands.count)
    }
    if operands.contains("") { throw .emptyOperand(command) }
    for flag in command.required where values[flag] == nil { throw .missingFlag(flag, command) }
  }

  /// The number that a flag gives, nil where it is not given.
  func number(_ flag: Flag, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let value = values[flag] else { return nil }
    guard let number = Int(value), range.contains(number) else {
      throw .badValue(
        flag, value, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Whether findings are asked for as JSON Lines.
  var isJSON: Bool {
    get throws(UsageError) {
      switch values[.format] {
      case nil, "text": false
      case "json": true
      case let other?: throw UsageError.badValue(.format, other, expected: "text or json")
      }
    }
  }

  /// The flags that were given, in the order of the table.
  var given: [(name: String, value: String)] {
    Flag.allCases.compactMap { flag in values[flag].map { (flag.rawValue, $0) } }
  }
}
