import Pipeline

/// `link [PATH…]`: the reduce step, extractions in, the graph out.
enum LinkCommand {
  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    let inputs = invocation.operands.isEmpty ? ["-"] : invocation.operands
    try ExtractionSetup.checkInputs(inputs)
    let output = try invocation.values[.output].map { try AtomicFile($0) }
    let writer = output?.writer ?? .standardOutput()
    do {
      let count = try LinkStep.run(inputs, into: writer)
      try writer.flush()
      try output?.commit()
      guard count > 0 else {
        console.error("nothing usable: no record came out")
        return .unusable
      }
      return .done
    } catch let error as LinkStep.Unavailable {
      console.error(error.message)
      return .wrongCall
    }
  }
}
