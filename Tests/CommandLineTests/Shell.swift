import FoundationEssentials
import Glibc

/// Runs the built program as a user does.
enum Shell {
  /// The checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  /// The program beside the tests; nil where it has not been built.
  static let program: String? = {
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let candidates = CommandLine.arguments + [executable ?? ""]
    return candidates.lazy.compactMap { argument -> String? in
      guard let slash = argument.lastIndex(of: "/") else { return nil }
      let path = String(argument[..<slash]) + "/rapporteur"
      return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }.first
  }()

  /// The exit status of a shell command, in which `$PROGRAM` is the program and `$ROOT` the checkout.
  static func status(_ command: String, in folder: String) -> Int32 {
    let script = """
      export XDG_CACHE_HOME="${TMPDIR:-/tmp}/rapporteur-test-cache"
      export RAPPORTEUR_HOME='\(root)' PROGRAM='\(program ?? "")' ROOT='\(root)'
      cd '\(folder)' || exit 99
      \(command)
      """
    // SAFETY: the string lives for the call; the status is that of waitpid.
    let status = unsafe system(script)
    return (status >> 8) & 0xFF
  }
}
