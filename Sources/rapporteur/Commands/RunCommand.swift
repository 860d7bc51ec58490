import FoundationEssentials
import Pipeline

/// `run PATH… -o OUT`: documents in, a folder of records out.
enum RunCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitStatus {
    let started = Date()
    let setup = try ExtractionSetup(invocation, inputs: invocation.operands)
    let folder = OutputFolder(invocation.values[.output] ?? "")
    let manifest = RunManifest(
      icu: nil, pack: setup.pack.name, digests: setup.pack.files.digests(of: setup.pack.name),
      inputs: invocation.operands, options: invocation.given, started: started)
    var run = FolderRun(to: folder, extraction: setup.extraction, manifest: manifest)
    let progress = ProgressLine(console, inputs: invocation.operands)
    defer { progress.clear() }
    let result = try await run.run { progress.show($0) }
    progress.clear()
    if let missing = result.missingGraph { console.note(missing) }
    return setup.conclude(result.counts, rejects: folder.path(.rejects), console)
  }
}
