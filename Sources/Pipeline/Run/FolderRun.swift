import FoundationEssentials

/// A whole run: documents in, the files of an output folder out.
package struct FolderRun {
  /// What a run came to.
  package struct Result: Sendable {
    package var counts: RunCounts
    /// Why there is no graph; nil where there is one.
    package var missingGraph: String?
  }

  private let inputs: [String]
  private let folder: OutputFolder
  private let extraction: ParallelExtraction
  private var manifest: RunManifest

  /// Prepares a run; the manifest names the inputs.
  package init(
    to folder: OutputFolder, extraction: ParallelExtraction, manifest: RunManifest
  ) {
    inputs = manifest.inputs
    self.folder = folder
    self.extraction = extraction
    self.manifest = manifest
  }

  /// Runs; `report` is called after each batch.
  ///
  /// Throws an `OutputFolder.Refusal` before anything is written, an `OutputFailure` where a write fails.
  package mutating func run(report: @escaping (RunCounts) -> Void) async throws -> Result {
    try folder.refuseInside(inputs)
    try folder.prepare()
    // From here on the folder is ours, should the run be cut short.
    try manifest.write(to: folder)
    manifest.counts = try await extract(report)
    let missingGraph = try link()
    manifest.finished = Date()
    try manifest.write(to: folder)
    return Result(counts: manifest.counts, missingGraph: missingGraph)
  }

  private mutating func extract(_ report: @escaping (RunCounts) -> Void) async throws -> RunCounts {
    let extractions = try AtomicFile(folder.path(.extractions))
    let rejects = try AtomicFile(folder.path(.rejects))
    var sink = ExtractionWriter(
      extractions: extractions.writer, rejects: rejects.writer, isStream: false, report: report)
    let counts = try await extraction.run(inputs, into: &sink)
    try extractions.commit()
    try rejects.commit()
    manifest.records = [
      (.extractions, counts.extracted), (.rejects, counts.rejected + counts.skipped),
    ]
    return counts
  }

  private mutating func link() throws -> String? {
    do {
      let graph = try AtomicFile(folder.path(.graph))
      let count = try LinkStep.run([folder.path(.extractions)], into: graph.writer)
      try graph.commit()
      manifest.records.append((.graph, count))
      return nil
    } catch let error as LinkStep.Unavailable {
      try folder.remove(.graph)
      return error.message
    }
  }
}
