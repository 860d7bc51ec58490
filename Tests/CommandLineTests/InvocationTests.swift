import Testing

@testable import rapporteur

@Suite struct InvocationTests {
  private static func invocation(_ arguments: String...) throws -> Invocation? {
    guard case .invocation(let invocation) = try Invocation.parse(arguments) else { return nil }
    return invocation
  }

  @Test func readsFlagsInEveryForm() throws {
    let call = try #require(
      try Self.invocation("run", "--jobs", "2", "a", "--date-field=day", "-o", "out", "-", "b"))
    #expect(call.command == .run)
    #expect(call.operands == ["a", "-", "b"])
    #expect(call.values == [.jobs: "2", .dateField: "day", .output: "out"])
    #expect(try call.number(.jobs, in: 1...64) == 2)
    #expect(try call.number(.maximumRejects, in: 0...100) == nil)
    #expect(call.given.map(\.name) == ["output", "jobs", "date-field"])
  }

  @Test func twoDashesEndTheFlags() throws {
    let call = try #require(try Self.invocation("extract", "--", "--jobs", "-o"))
    #expect(call.operands == ["--jobs", "-o"])
    #expect(call.values.isEmpty)
  }

  @Test func helpAndVersion() throws {
    #expect(try Invocation.parse(["--help"]) == .help(nil))
    #expect(try Invocation.parse(["help"]) == .help(nil))
    #expect(try Invocation.parse(["help", "run"]) == .help(.run))
    #expect(try Invocation.parse(["run", "--help"]) == .help(.run))
    #expect(try Invocation.parse(["link", "x", "-h"]) == .help(.link))
    #expect(try Invocation.parse(["--version"]) == .version)
  }

  @Test(arguments: Command.allCases)
  func everyCommandHasHelpWithAnExample(command: Command) throws {
    let help = HelpText.of(command)
    #expect(help.contains("example: rapporteur \(command.rawValue)"))
    for flag in command.flags { #expect(help.contains(flag.usage)) }
    #expect(HelpText.general().contains("  \(command.rawValue) "))
  }

  @Test(arguments: [
    ([], UsageError.noCommand, "commands are "),
    (["help", "rnu"], .unknownCommand("rnu"), "did you mean `run`?"),
    (["rnu"], .unknownCommand("rnu"), "did you mean `run`?"),
    (["--hepl"], .unknownFlag("--hepl", nil), "did you mean `--help`?"),
    (["run", "--job", "2"], .unknownFlag("--job", .run), "did you mean `--jobs`?"),
    (["test", "--jobs", "2"], .unknownFlag("--jobs", .test), "`rapporteur test --help` lists"),
    (["run", "a"], .missingFlag(.output, .run), "for example: rapporteur run"),
    (["run", "-o", "out"], .operandCount(.run, 0), "for example: rapporteur run"),
    (["run", "", "-o", "out"], .emptyOperand(.run), "for example: rapporteur run"),
    (["schema", "a", "b"], .operandCount(.schema, 2), "for example: rapporteur schema"),
  ])
  func wrongCallsAreExplained(arguments: [String], error: UsageError, help: String) {
    #expect(throws: error) { try Invocation.parse(arguments) }
    #expect(error.help?.hasPrefix(help) == true)
    #expect(!error.description.isEmpty)
  }

  @Test func valuesAreChecked() throws {
    #expect(throws: UsageError.missingValue(.jobs)) { try Invocation.parse(["run", "--jobs"]) }
    #expect(throws: UsageError.missingValue(.output)) {
      try Invocation.parse(["run", "a", "--output="])
    }
    #expect(throws: UsageError.unexpectedValue(.help)) {
      try Invocation.parse(["run", "--help=yes"])
    }
    let call = try #require(try Self.invocation("extract", "--jobs", "many"))
    #expect(
      throws: UsageError.badValue(.jobs, "many", expected: "a number from 1 to 64")
    ) { try call.number(.jobs, in: 1...64) }
  }
}
