import Authoring
import Pipeline
import Text

/// `diff OLD NEW PATH…`: the facts that a change of a pack gains, loses and changes.
enum DiffCommand {
  /// Lines of differences that are shown unless more are asked for.
  private static let defaultLimit = 40

  static func run(_ invocation: Invocation) async throws -> ExitStatus {
    let isJSON = try invocation.isJSON
    let limit = try invocation.number(.limit, in: 0...Int.max) ?? defaultLimit
    let kinds = try kinds(invocation)
    let inputs = Array(invocation.operands.dropFirst(2))
    try ExtractionSetup.checkInputs(inputs)
    let packs = try invocation.operands.prefix(2).map { name in
      try PackCache.current().load(PackLocator.current().locate(name))
    }
    let options = try ExtractionSetup.readerOptions(invocation)
    var comparison = try PackComparison(
      old: packs[0], new: packs[1], of: kinds, DocumentReader(inputs: inputs, options: options))
    var writer = DifferenceWriter(isJSON: isJSON, limit: limit)
    while let documents = await comparison.next() {
      for document in documents { try writer.write(document) }
    }
    try writer.conclude(comparison.counts)
    guard comparison.counts.documents > comparison.counts.rejected else { return .unusable }
    return comparison.counts.differing == 0 ? .done : .findings
  }

  private static func kinds(_ invocation: Invocation) throws(UsageError) -> Set<Fact.Kind> {
    guard let value = invocation.values[.facts] else { return Set(Fact.Kind.allCases) }
    guard let kind = Fact.Kind(rawValue: value) else {
      throw .badValue(.facts, value, expected: "event or mention")
    }
    return [kind]
  }
}
