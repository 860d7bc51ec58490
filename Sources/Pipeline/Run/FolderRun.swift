import FoundationEssentials

/// A whole run: documents in, the files of an output folder out.
package struct FolderRun {
  private let folder: OutputFolder
  private let extraction: ParallelExtraction
  private let linking: LinkStep
  private var manifest: RunManifest

  /// Prepares a run; the manifest names the inputs.
  package init(
    to folder: OutputFolder, extraction: ParallelExtraction, linking: LinkStep,
    manifest: RunManifest
  ) {
    self.folder = folder
    self.extraction = extraction
    self.linking = linking
    self.manifest = manifest
  }

  /// Runs; `report` is called after each batch.
  ///
  /// Throws an `OutputFolder.Refusal` before anything is written, an `OutputFailure` where a write fails.
  package mutating func run(report: @escaping (RunCounts) -> Void) async throws -> RunCounts {
    try folder.refuseInside(manifest.inputs)
    let lock = try folder.prepare()
    defer { withExtendedLifetime(lock) {} }
    // From here on the folder is ours, should the run be cut short.
    try manifest.write(to: folder)
    let rejects = try AtomicFile(folder.path(.rejects))
    manifest.counts = try await extract(rejects.writer, report)
    let linked = try link(rejects.writer)
    try rejects.commit()
    manifest.records = [
      (.extractions, manifest.counts.extracted), (.graph, linked.records),
      (.rejects, manifest.counts.refused + linked.counts.refused),
    ]
    manifest.finished = Date()
    try manifest.write(to: folder)
    return manifest.counts
  }

  private func extract(
    _ rejects: CheckedWriter, _ report: @escaping (RunCounts) -> Void
  ) async throws -> RunCounts {
    let extractions = try AtomicFile(folder.path(.extractions))
    var sink = ExtractionWriter(
      extractions: extractions.writer, rejects: rejects, isStream: false, report: report)
    let counts = try await extraction.run(manifest.inputs, into: &sink)
    try extractions.commit()
    return counts
  }

  private func link(_ rejects: CheckedWriter) throws -> LinkStep.Result {
    let graph = try AtomicFile(folder.path(.graph))
    let result = try linking.run(
      [folder.path(.extractions)], into: graph.writer, rejects: rejects)
    try graph.commit()
    return result
  }
}
