import FoundationEssentials
import Pipeline
import Text

/// `run PATH… -o OUT`: documents in, a folder of records out.
enum RunCommand {
  static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitStatus {
    let started = Date()
    let setup = try ExtractionSetup(invocation, inputs: invocation.operands)
    let folder = OutputFolder(invocation.values[.output] ?? "")
    let (name, files) = (setup.location.name, setup.location.files)
    let manifest = RunManifest(
      icu: ICU.version, pack: name, digests: setup.pack.digests,
      inputs: invocation.operands, options: invocation.given, started: started)
    var run = FolderRun(
      to: folder, extraction: setup.extraction,
      linking: LinkStep(try setup.pack.linkVocabulary(files)), manifest: manifest)
    let progress = ProgressLine(console, inputs: invocation.operands)
    defer { progress.clear() }
    let counts = try await run.run { progress.show($0) }
    progress.clear()
    return setup.verdict.conclude(
      counts, of: "document", kept: "extracted", rejects: folder.path(.rejects), console)
  }
}
