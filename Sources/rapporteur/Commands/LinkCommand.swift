import Pipeline

/// `link [PATH…]`: the reduce step, extractions in, the graph out.
enum LinkCommand {
  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    let inputs = invocation.operands.isEmpty ? ["-"] : invocation.operands
    let verdict = try Verdict(invocation)
    try ExtractionSetup.checkInputs(inputs)
    let location = try PackLocator.current().locate(invocation.values[.pipeline])
    let pack = try PackCache.current().load(location)
    let output = try invocation.values[.output].map { try AtomicFile($0) }
    let rejects = try invocation.values[.rejects].map { try AtomicFile($0) }
    let graph = output?.writer ?? .standardOutput()
    let refused = rejects?.writer ?? .standardError()
    let result = try LinkStep(pack.linkVocabulary(location.files))
      .run(inputs, into: graph, rejects: refused)
    try graph.flush()
    try refused.flush()
    try output?.commit()
    try rejects?.commit()
    return verdict.conclude(
      result.counts, of: "extraction", kept: "linked",
      rejects: invocation.values[.rejects] ?? "the lines above", console)
  }
}
