import Pipeline

/// `extract [PATH…]`: the map step, documents in, extractions out.
enum ExtractCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitStatus {
    let inputs = invocation.operands.isEmpty ? ["-"] : invocation.operands
    let setup = try ExtractionSetup(invocation, inputs: inputs)
    let output = try invocation.values[.output].map { try AtomicFile($0) }
    let rejects = try invocation.values[.rejects].map { try AtomicFile($0) }
    let progress = ProgressLine(console, inputs: inputs)
    defer { progress.clear() }
    let extractions = output?.writer ?? .standardOutput()
    let refused = rejects?.writer ?? .standardError()
    var sink = ExtractionWriter(
      extractions: extractions, rejects: refused, isStream: true
    ) { progress.show($0) }
    let counts = try await setup.extraction.run(inputs, into: &sink)
    try extractions.flush()
    try refused.flush()
    try output?.commit()
    try rejects?.commit()
    progress.clear()
    return setup.verdict.conclude(
      counts, of: "document", kept: "extracted",
      rejects: invocation.values[.rejects] ?? "the lines above", console)
  }
}
