import FoundationEssentials
import Glibc
import Pipeline
import Text

/// What `run` and `extract` share: the pack, how to read, how many workers, how many rejects.
struct ExtractionSetup {
  static let defaultMaximumRejects = 10

  let pack: PackLocator.Location
  let extraction: ParallelExtraction
  let maximumRejects: Int

  /// Loads the pack and prepares the workers.
  ///
  /// Throws a `UsageError`, the pack's mistakes, or an `OutputFailure` where an input that is named is not there.
  init(_ invocation: Invocation, inputs: [String]) throws {
    let jobs =
      try invocation.number(.jobs, in: 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount
    maximumRejects =
      try invocation.number(.maximumRejects, in: 0...100) ?? Self.defaultMaximumRejects
    let options = try Self.readerOptions(invocation)
    try Self.checkInputs(inputs)
    pack = try PackLocator.current().locate(invocation.values[.pipeline])
    let extractor = PackDocumentExtractor(try Pack.load(pack.name, from: pack.files))
    extraction = try ParallelExtraction(extractor, jobs: jobs, options: options)
  }

  static func checkInputs(_ inputs: [String]) throws {
    for input in inputs where input != "-" && !FileManager.default.fileExists(atPath: input) {
      throw OutputFailure(name: input, code: ENOENT)
    }
  }

  private static func readerOptions(_ invocation: Invocation) throws -> DocumentReader.Options {
    var options = DocumentReader.Options()
    let fields: [(Flag, WritableKeyPath<FieldMapping, String>)] = [
      (.idField, \.id), (.textField, \.text), (.htmlField, \.html), (.titleField, \.title),
      (.urlField, \.url), (.dateField, \.date), (.crawlDateField, \.crawlDate),
    ]
    for (flag, field) in fields {
      if let name = invocation.values[flag] { options.fields[keyPath: field] = name }
    }
    switch invocation.values[.inputFormat] {
    case nil, "jsonl": options.standardInput = .jsonLine
    case "txt": options.standardInput = .plainText
    case "html": options.standardInput = .html
    case let other?:
      throw UsageError.badValue(.inputFormat, other, expected: "txt, html or jsonl")
    }
    return options
  }

  /// Tells what a run came to, and how the program ends.
  func conclude(_ counts: RunCounts, rejects: String, _ console: Console) -> ExitStatus {
    let codes = counts.sortedCodes.map { "\($0.code) \($0.count)" }.joined(separator: ", ")
    let summary =
      "\(counts.seen) documents: \(counts.extracted) extracted, \(counts.rejected) rejected, "
      + "\(counts.skipped) skipped" + (codes.isEmpty ? "" : " (\(codes))")
    switch RunVerdict(counts, maximumRejects: maximumRejects) {
    case .usable:
      console.note(summary)
      return .done
    case .nothingUsable:
      console.error(
        "nothing usable: \(summary)",
        help: counts.seen == 0 ? "the inputs hold no document" : "the reasons are in \(rejects)")
    case .tooManyRejects:
      console.error(
        "more than \(maximumRejects) % rejected: \(summary)",
        help: "the reasons are in \(rejects); --max-rejects allows more")
    }
    return .unusable
  }
}
