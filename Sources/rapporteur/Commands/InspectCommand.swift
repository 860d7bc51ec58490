import Authoring
import Pipeline
import Text

/// `inspect TEXT…`: what the stages find in texts that are given in the call.
enum InspectCommand {
  static func run(_ invocation: Invocation) throws -> ExitStatus {
    let location = try PackLocator.current().locate(invocation.values[.pipeline])
    var extractor = try PackExtractor(PackCache.current().load(location))
    let output = CheckedWriter.standardOutput()
    for text in invocation.operands {
      let input = InputDocument(path: "-", text: Array(text.utf8))
      let analysis = extractor.analyze(input, isComplete: true)
      let structures = extractor.structures(of: analysis)
      for line in Inspection.lines(of: analysis, structures) {
        try output.write((line + "\n").utf8)
      }
    }
    try output.flush()
    return .done
  }
}
