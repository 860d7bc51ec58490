import Foundation
import Testing

@testable import Graph

@Suite struct GraphSchemaTests {
  private static let script = """
    import json, sys
    try:
        from jsonschema import Draft202012Validator as Validator
    except ImportError:
        sys.exit(77)
    for line in open(sys.argv[1], encoding="utf-8"):
        case = json.loads(line)
        Validator.check_schema(case["schema"])
        for error in Validator(case["schema"]).iter_errors(case["record"]):
            print(list(error.path), error.message)
            sys.exit(1)
    """

  /// Runs the validator over lines of schema and record; its output and exit status.
  private static func validate(_ lines: [String]) throws -> (output: String, status: Int32) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "graph-schema-\(UUID().uuidString).jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  private static func records() -> [(name: String, line: [UInt8])] {
    let event = Reports.event(
      "meeting", ["Ann Roe/minister/FR", "/president/DE", "//IT"], place: "Rome/IT",
      date: "2024-01")
    let ids = ["aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb"].map { "d-" + $0 }
    let graph = Reports.graph(ids.map { Reports.document($0, date: "2024-01-26", [event]) })
    return [("extraction", SampleRecord.make().line())]
      + graph.documents.map { ("document", $0.line()) }
      + graph.entities.map { ("entity", $0.line()) } + graph.events.map { ("event", $0.line()) }
      + graph.relations.map { ("relation", $0.line()) }
  }

  @Test func recordsAreAsTheirSchemasSay() throws {
    let lines = try Self.records().map { name, line in
      let schema = try #require(GraphSchema.text(for: name))
      let record = String(decoding: line, as: UTF8.self)
      return "{\"schema\":\(schema),\"record\":\(record)}".split(separator: "\n").joined()
    }
    let result = try Self.validate(lines)
    guard result.status != 77, result.status != 127 else {
      print("skipped: python3-jsonschema is not installed")
      return
    }
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func everyRecordHasASchema() {
    for name in GraphSchema.names { #expect(GraphSchema.text(for: name)?.last == "\n") }
    #expect(GraphSchema.text(for: "other") == nil)
  }
}
