import Authoring
import Diagnostics
import Pipeline

/// `test [PACK…]` and `check [PACK…]`: every pack is looked at, the worst decides.
enum PackCommands {
  static func test(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    try forEachPack(invocation, console) { location, output in
      let pack = try Pack.load(location.name, from: location.files)
      var tester = try PackTester(pack, location.files)
      let report = tester.run()
      for failure in report.failures {
        try output.write((failure.diagnostic.rendered() + "\n").utf8)
      }
      let counts = "\(report.passed) passed, \(report.failures.count) failed"
      try output.write("\(location.name): \(counts)\n".utf8)
      return report.failures.isEmpty ? .done : .findings
    }
  }

  static func check(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    try forEachPack(invocation, console) { location, output in
      let report = PackChecker.run(location)
      for mistake in report.mistakes { try output.write((mistake.rendered() + "\n").utf8) }
      try output.write("\(location.name): \(report.summary)\n".utf8)
      return report.mistakes.isEmpty ? .done : .wrongCall
    }
  }

  private static func forEachPack(
    _ invocation: Invocation, _ console: Console,
    _ body: (PackLocator.Location, CheckedWriter) throws -> ExitStatus
  ) throws -> ExitStatus {
    let locator = PackLocator.current()
    let output = CheckedWriter.standardOutput()
    let packs: [String?] = invocation.operands.isEmpty ? [nil] : invocation.operands
    var status = ExitStatus.done
    for pack in packs {
      do {
        status = .worse(status, try body(try locator.locate(pack), output))
      } catch let mistakes as DiagnosticList {
        try output.flush()
        console.show(mistakes.diagnostics)
        status = .worse(status, .wrongCall)
      }
    }
    try output.flush()
    return status
  }
}
