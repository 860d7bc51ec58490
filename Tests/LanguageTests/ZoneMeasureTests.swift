import FoundationEssentials
import Glibc
import Testing
import Text

@testable import Language

/// Measures the zones on data that is no part of the project; skipped where it is absent.
@Suite struct ZoneMeasureTests {
  // MARK: Saved pages with their bodies

  @Test(.enabled(if: ZoneEnglish.isPresent("data/pages.tar.gz")))
  func bodiesOfSavedPages() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "pages-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = ZoneEnglish.shared.appending(path: "data/pages.tar.gz")
    let status = unsafe system("tar -xzf '\(archive.path)' -C '\(folder.path)'")
    try #require(status == 0)

    let finder = ZoneFinder(tables: try ZoneEnglish.tables())
    var layout: [Double] = []
    var flat: [Double] = []
    for (id, body) in try bodies(folder) {
      let file = folder.appending(path: "pages/\(id).html")
      var reader = DocumentReader(inputs: [file.path])
      guard case .document(var document) = reader.next() else { continue }
      layout.append(score(document, finder, words(body[...])))
      document.blocks = []
      document.title = nil
      flat.append(score(document, finder, words(body[...])))
    }
    let means = [layout, flat].map { $0.reduce(0, +) / Double($0.count) }
    print("bodies of \(layout.count) pages, mean F1: html \(means[0]), flat \(means[1])")
    #expect(layout.count == 81)
    #expect(means[0] >= 0.90)
    #expect(means[1] >= 0.85)
  }

  private func bodies(_ folder: URL) throws -> [(id: String, body: [UInt8])] {
    let lines = try Data(contentsOf: folder.appending(path: "pages/bodies.jsonl"))
      .split(separator: 0x0A)
    return try lines.map { line in
      let value = try JSONReader.read(Array(line)[...])
      return (try #require(value["id"]?.text), Array(try #require(value["body"]?.text).utf8))
    }
  }

  /// F1 of the body's words as a multiset.
  private func score(
    _ document: InputDocument, _ finder: ZoneFinder, _ expected: [WordKey: Int]
  ) -> Double {
    var found: [WordKey: Int] = [:]
    for zone in finder.zones(of: document) where zone.kind == .body {
      found.merge(words(document.text[zone.range.start..<zone.range.end]), uniquingKeysWith: +)
    }
    let shared = found.reduce(0) { $0 + min($1.value, expected[$1.key] ?? 0) }
    let total = found.values.reduce(0, +) + expected.values.reduce(0, +)
    return total == 0 ? 1 : 2 * Double(shared) / Double(total)
  }

  private func words(_ text: ArraySlice<UInt8>) -> [WordKey: Int] {
    let bytes = Array(text)
    var scanner = WordScanner(bytes, from: 0, to: bytes.count)
    var counts: [WordKey: Int] = [:]
    while let word = scanner.next() { counts[word.key, default: 0] += 1 }
    return counts
  }

  // MARK: The first real page

  @Test(.enabled(if: ZoneEnglish.isPresent("seed/page.txt")))
  func theFirstRealPage() throws {
    var reader = DocumentReader(inputs: [ZoneEnglish.shared.appending(path: "seed/page.txt").path])
    guard case .document(let document) = reader.next() else {
      Issue.record("the page was not read")
      return
    }
    let zones = ZoneFinder(tables: try ZoneEnglish.tables()).layout(of: document)
    let body = try #require(zones.ranges(of: .body).first)
    let text = String(decoding: document.text[body.start..<body.end], as: UTF8.self)
    #expect(zones.ranges(of: .body).count == 1)
    #expect(text.hasPrefix("SEOUL, South Korea (AP) —"))
    #expect(text.hasSuffix("reopened the border last year."))
    #expect(zones.ranges(of: .pageDate).count == 1)
    #expect(zones.ranges(of: .title).count == 1)
    #expect(zones.dateline != nil)
  }

  // MARK: Annotated documents

  @Test(arguments: ["gold/dev-voa.jsonl", "gold/dev-written.jsonl"].filter(ZoneEnglish.isPresent))
  func bodiesHoldWhatIsAnnotated(_ path: String) throws {
    let finder = ZoneFinder(tables: try ZoneEnglish.tables())
    let file = ZoneEnglish.shared.appending(path: path)
    for line in try Data(contentsOf: file).split(separator: 0x0A) {
      let value = try JSONReader.read(Array(line)[...])
      let text = try #require(value["text"]?.text)
      let document = ZoneEnglish.document(text)
      let body = finder.layout(of: document).ranges(of: .body)
        .map { String(decoding: document.text[$0.start..<$0.end], as: UTF8.self) }
      for quote in strings("quote", in: value["meetings"]) + strings("name", in: value["people"]) {
        #expect(body.contains { $0.contains(quote) }, "\(value["id"]?.text ?? ""): \(quote)")
      }
    }
  }

  private func strings(_ key: String, in value: JSONValue?) -> [String] {
    guard case .array(let values) = value else { return [] }
    return values.compactMap { $0[key]?.text }
  }
}
