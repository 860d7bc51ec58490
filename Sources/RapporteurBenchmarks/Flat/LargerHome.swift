import FoundationEssentials
import Pipeline

/// A home whose default pack has a list more; a temporary folder that goes away with its owner.
final class LargerHome {
  private let folder: String
  private let name: String

  /// `table` is the list: tab-separated, with a column `name`.
  init(table: String) throws {
    let location = try PackLocator.current().locate(nil)
    name = location.name
    folder =
      FileManager.default.temporaryDirectory
      .appending(path: "rapporteur-benchmark-\(UUID().uuidString)").path()
    let home = location.files.home
    try link("Pipelines", in: home, but: name)
    try link("Pipelines/\(name)", in: home, but: "main.rules")
    try link("Gazetteers", in: home, but: Self.list)
    let rules = try location.files.bytes("Pipelines/\(name)/main.rules")
    try write(
      String(decoding: rules, as: UTF8.self) + """

        type Listed { }
        list listed from "\(Self.list)/names.tsv" { match name; case smart }
        phase listed select longest { rule listed: @listed => Listed { } }

        """, to: "Pipelines/\(name)/main.rules")
    try FileManager.default.createDirectory(
      atPath: "\(folder)/Gazetteers/\(Self.list)", withIntermediateDirectories: true)
    try write(table, to: "Gazetteers/\(Self.list)/names.tsv")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let list = "benchmark"

  var files: PackFiles { PackFiles(home: folder) }

  func pack() throws -> Pack { try Pack.load(name, from: files) }

  /// Links all that lies in a folder of another home, but for one name.
  private func link(_ place: String, in home: String, but omitted: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: "\(home)/\(place)") where name != omitted {
      try files.createSymbolicLink(
        atPath: "\(folder)/\(place)/\(name)", withDestinationPath: "\(home)/\(place)/\(name)")
    }
  }

  private func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(path)"))
  }
}
