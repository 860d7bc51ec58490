import Authoring
import Diagnostics
import Glibc
import Graph
import Pipeline
import Text

/// The command line: `rapporteur test [PACK…]`.
@main
struct Rapporteur {
  private static let usage = """
    usage: rapporteur test [PACK…]

    Runs the examples that stand in the rules of packs (that which `Pipelines/default` names where none is given), found under the folder
    RAPPORTEUR_HOME or the working directory. Exit status: 0 all pass, 1 some fail, 2 wrong call or rules.

    example: rapporteur test
    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "extract" { exit(extract(Array(arguments.dropFirst()))) }
    if arguments.first == "inspect" { exit(inspect(Array(arguments.dropFirst()))) }
    guard let command = arguments.first, command == "test" else {
      let isHelp = arguments.contains("--help")
      write(usage, to: isHelp ? 1 : 2)
      exit(isHelp ? 0 : 2)
    }
    var status: Int32 = 0
    let names = arguments.dropFirst()
    if names.isEmpty {
      status = guarded { test(try PackFiles(home: home()).defaultPack()) }
    }
    for name in names { status = max(status, test(name)) }
    exit(status)
  }

  private static func test(_ name: String) -> Int32 {
    guarded {
      let pack = try Pack.load(name, from: PackFiles(home: home()))
      var tester = try PackTester(pack)
      let report = tester.run()
      for failure in report.failures { write(failure.rendered(), to: 1) }
      write("\(name): \(report.passed) passed, \(report.failures.count) failed", to: 1)
      return report.failures.isEmpty ? 0 : 1
    }
  }

  private static func extract(_ paths: [String]) -> Int32 {
    guarded {
      let home = PackFiles(home: home())
      let pack = try Pack.load(home.defaultPack(), from: home)
      var extractor = try PackExtractor(pack)
      var reader = DocumentReader(inputs: paths.isEmpty ? ["-"] : paths)
      while let result = reader.next() {
        switch result {
        case .document(let document): write(extractor.extract(document).line(), to: 1)
        case .reject(let reject): write("\(reject.path): \(reject.message)", to: 2)
        }
      }
      return 0
    }
  }

  private static func inspect(_ texts: [String]) -> Int32 {
    guarded {
      let home = PackFiles(home: home())
      let pack = try Pack.load(home.defaultPack(), from: home)
      var extractor = try PackExtractor(pack)
      for text in texts {
        let analysis = extractor.analyze(InputDocument(path: "-", text: Array(text.utf8)))
        for line in Inspection.lines(of: analysis) { write(line, to: 1) }
      }
      return 0
    }
  }

  /// Runs `body` and turns mistakes in packs into messages and status 2.
  private static func guarded(_ body: () throws -> Int32) -> Int32 {
    do {
      return try body()
    } catch let error as DiagnosticList {
      for diagnostic in error.diagnostics { write(diagnostic.rendered(), to: 2) }
    } catch let error as Diagnostic {
      write(error.rendered(), to: 2)
    } catch {
      write("\(error)", to: 2)
    }
    return 2
  }

  private static func home() -> String {
    unsafe getenv("RAPPORTEUR_HOME").map { unsafe String(cString: $0) } ?? "."
  }

  private static func write(_ text: String, to descriptor: Int32) {
    write(Array((text + "\n").utf8), to: descriptor)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    // SAFETY: the buffer lives for the call.
    let written = unsafe bytes.withUnsafeBufferPointer {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if written != bytes.count { exit(5) }
  }
}
