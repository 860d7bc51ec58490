import Diagnostics
import Pipeline

/// `build PACK -o FILE`: compiles a pack to one file.
enum BuildCommand {
  static func run(_ invocation: Invocation, _ console: Console) throws -> ExitStatus {
    let location = try PackLocator.current().locate(folder: invocation.operands[0])
    let bytes = try Pack.load(location.name, from: location.files).archive(location.files).bytes
    let path = invocation.values[.output] ?? ""
    let file = try AtomicFile(path)
    try file.writer.write(bytes)
    try file.commit()
    console.note("\(path): the pack \(location.name), \(bytes.count) bytes")
    return .done
  }
}
