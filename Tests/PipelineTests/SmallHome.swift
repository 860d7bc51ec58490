import FoundationEssentials
import Graph
import Text

@testable import Pipeline

/// A home with the sample pack of another domain, the language pack with few words, and short lists: quick to compile.
struct SmallHome: Sendable {
  static let pack = "mergers"
  static let text =
    "Acme Corp merged with Globex Ltd on 4 May 2021. Globex Ltd was bought by Vladimir Orlov."
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path()

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try copy("Tests/Samples/mergers/main.rules", to: "Pipelines/mergers/main.rules")
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Self.root + "/Pipelines/english")
    {
      try copy("Pipelines/english/\(name)", to: "Pipelines/english/\(name)")
    }
    try folder.write(
      "lemma\tclasses\nbuy\tverb\nmerge\tverb\ntakeover\tnoun\n", to: "Pipelines/english/words.tsv")
    try folder.write("name\nVladimir\nJosé\n", to: "Gazetteers/people/given.tsv")
  }

  private func copy(_ source: String, to target: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: "\(Self.root)/\(source)"))
    try folder.write(String(decoding: bytes, as: UTF8.self), to: target)
  }

  var files: PackFiles { PackFiles(home: folder.path) }

  var location: PackLocator.Location { .init(name: Self.pack, files: files) }

  func archive() throws -> PackArchive {
    try Pack.load(Self.pack, from: files).archive(files)
  }

  /// What a pack says of the sample text.
  static func record(_ pack: Pack) throws -> [UInt8] {
    var extractor = try PackExtractor(pack)
    let input = InputDocument(path: "page.txt", text: Array(text.utf8))
    return try extractor.extract(input).line()
  }
}
