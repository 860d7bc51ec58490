import Diagnostics
import Glibc
import Pipeline

/// The command line: maps results and errors to exit statuses.
@main
struct Rapporteur {
  static func main() async {
    StandardStreams.prepare()
    let console = Console()
    let status = await run(Array(CommandLine.arguments.dropFirst()), console)
    exit(status.rawValue)
  }

  private static func run(_ arguments: [String], _ console: Console) async -> ExitStatus {
    do {
      switch try Invocation.parse(arguments) {
      case .help(let command):
        return try show(command.map(HelpText.of) ?? HelpText.general())
      case .version: return try show("rapporteur \(Version.current)")
      case .invocation(let invocation): return try await run(invocation, console)
      }
    } catch {
      return explain(error, console)
    }
  }

  private static func run(
    _ invocation: Invocation, _ console: Console
  ) async throws -> ExitStatus {
    switch invocation.command {
    case .run: try await RunCommand.run(invocation, console)
    case .extract: try await ExtractCommand.run(invocation, console)
    case .link: try LinkCommand.run(invocation, console)
    case .test: try PackCommands.test(invocation, console)
    case .check: try PackCommands.check(invocation, console)
    case .diff: try await DiffCommand.run(invocation)
    case .find: try await FindCommand.run(invocation)
    case .inspect: try InspectCommand.run(invocation)
    case .build: try BuildCommand.run(invocation, console)
    case .schema: try SchemaCommand.run(invocation)
    }
  }

  private static func show(_ text: String) throws -> ExitStatus {
    let output = CheckedWriter.standardOutput()
    try output.write((text + "\n").utf8)
    try output.flush()
    return .done
  }

  private static func explain(_ error: any Error, _ console: Console) -> ExitStatus {
    switch error {
    case let error as UsageError: console.error(error.description, help: error.help)
    case let error as OutputFolder.Refusal: console.error(error.message, help: error.help)
    case let error as DiagnosticList: console.show(error.diagnostics)
    case let error as Diagnostic: console.show([error])
    case let error as OutputFailure:
      console.error(error.message)
      return .failure
    default:
      console.error("\(error)")
      return .failure
    }
    return .wrongCall
  }
}
