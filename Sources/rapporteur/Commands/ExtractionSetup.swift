import FoundationEssentials
import Glibc
import Pipeline
import Text

/// What `run` and `extract` share: the pack, how to read, how many workers, how many rejects.
struct ExtractionSetup {
  let location: PackLocator.Location
  let pack: Pack
  let extraction: ParallelExtraction
  let verdict: Verdict

  /// Loads the pack and prepares the workers.
  ///
  /// Throws a `UsageError`, the pack's mistakes, or an `OutputFailure` where an input that is named is not there.
  init(_ invocation: Invocation, inputs: [String]) throws {
    let jobs =
      try invocation.number(.jobs, in: 1...1024) ?? ProcessInfo.processInfo.activeProcessorCount
    verdict = try Verdict(invocation)
    let options = try Self.readerOptions(invocation)
    try Self.checkInputs(inputs)
    location = try PackLocator.current().locate(invocation.values[.pipeline])
    pack = try PackCache.current().load(location)
    extraction = try ParallelExtraction(
      PackDocumentExtractor(pack), jobs: jobs, options: options)
  }

  static func checkInputs(_ inputs: [String]) throws {
    for input in inputs where input != "-" && !FileManager.default.fileExists(atPath: input) {
      throw OutputFailure(name: input, code: ENOENT)
    }
  }

  static func readerOptions(_ invocation: Invocation) throws -> DocumentReader.Options {
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
}
