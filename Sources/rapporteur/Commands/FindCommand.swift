import Authoring
import FoundationEssentials
import Pipeline
import Text

/// `find PATTERN PATH…`: where a pattern of the rule language stands in documents.
enum FindCommand {
  /// Lines of matches that are shown unless more are asked for.
  private static let defaultLimit = 40

  static func run(_ invocation: Invocation) async throws -> ExitStatus {
    let inputs = Array(invocation.operands.dropFirst())
    try ExtractionSetup.checkInputs(inputs)
    let jobs =
      try invocation.number(.jobs, in: 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount
    let location = try PackLocator.current().locate(invocation.values[.pipeline])
    let options = try ExtractionSetup.readerOptions(invocation)
    var writer = OccurrenceWriter(
      isJSON: try invocation.isJSON, isCounting: invocation.values[.count] != nil,
      limit: try invocation.number(.limit, in: 0...Int.max) ?? defaultLimit)
    var search = try PatternSearch(
      invocation.operands[0], in: location, jobs: jobs,
      DocumentReader(inputs: inputs, options: options))
    while let documents = await search.next() {
      for document in documents { try writer.write(document) }
    }
    try writer.conclude(search.counts)
    guard search.counts.documents > search.counts.rejected else { return .unusable }
    return search.counts.matches > 0 ? .done : .findings
  }
}
