import FoundationEssentials
import Gazetteer
import Text

@testable import Language

/// The English tables of zones, and documents to try them on.
enum ZoneEnglish {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Data beside the project that is no part of it.
  static let shared = root.appending(path: "../shared")

  static func isPresent(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: path).path)
  }

  static func tables() throws -> ZoneTables {
    let file = root.appending(path: "Pipelines/english/zones.tsv")
    return try ZoneTables(
      TableFile.parse(path: "zones.tsv", bytes: Array(Data(contentsOf: file))))
  }

  static func document(_ text: String, title: String? = nil) -> InputDocument {
    var document = InputDocument(path: "page.txt", text: Array(text.utf8))
    document.title = title
    return document
  }

  /// Each line of the text that is not blank, with its zone's kind.
  static func sorted(_ document: InputDocument) throws -> [(kind: ZoneKind, line: String)] {
    try ZoneFinder(tables: tables()).zones(of: document).flatMap { zone in
      String(decoding: document.text[zone.range.start..<zone.range.end], as: UTF8.self)
        .split(separator: "\n").map { (zone.kind, String($0)) }
    }
  }

  static func body(_ document: InputDocument) throws -> [String] {
    try sorted(document).filter { $0.kind == .body }.map(\.line)
  }
}
