import Authoring
import Diagnostics
import Pipeline

/// `test [PACK…]` and `check [PACK…]`: every pack is looked at, the worst decides.
enum PackCommands {
  static func test(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    try forEachPack(invocation, console) { location, findings in
      let pack = try Pack.load(location.name, from: location.files)
      var tester = try PackTester(pack, location.files)
      let report = tester.run()
      for failure in report.failures { try findings.write(failure) }
      try findings.conclude(
        location.name, counts: [("passed", report.passed), ("failed", report.failures.count)])
      return report.failures.isEmpty ? .done : .findings
    }
  }

  static func check(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    try forEachPack(invocation, console) { location, findings in
      let report = PackChecker.run(location)
      for finding in report.mistakes + report.warnings { try findings.write(finding) }
      try findings.conclude(
        location.name,
        counts: [
          ("rule files", report.files), ("mistakes", report.mistakes.count),
          ("warnings", report.warnings.count),
        ])
      return report.mistakes.isEmpty ? .done : .wrongCall
    }
  }

  private static func forEachPack(
    _ invocation: Invocation, _ console: Console,
    _ body: (PackLocator.Location, FindingWriter) throws -> ExitStatus
  ) throws -> ExitStatus {
    let locator = PackLocator.current()
    let output = CheckedWriter.standardOutput()
    let findings = FindingWriter(output, isJSON: try invocation.isJSON)
    let packs: [String?] = invocation.operands.isEmpty ? [nil] : invocation.operands
    var status = ExitStatus.done
    for pack in packs {
      do {
        status = .worse(status, try body(try locator.locate(folder: pack), findings))
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
