import Testing
import Text

@testable import Pipeline

/// Text without a full stop is read in pieces, so that its cost grows with its length, and the run tells it.
@Suite struct LongSentenceTests {
  private static func capsHit(repeating text: String, _ count: Int) throws -> [String: Int] {
    let home = try SmallHome()
    var worker = try PackDocumentExtractor(Pack.load(SmallHome.pack, from: home.files)).makeWorker()
    let words = String(repeating: text, count: count)
    let input = InputDocument(path: "page.txt", text: Array(words.utf8))
    guard case .extraction = try worker.extract(input) else {
      Issue.record("no extraction")
      return [:]
    }
    return worker.capsHit
  }

  @Test func aSentenceWithoutEndIsCutAndTold() throws {
    let clause = "Acme Corp merged with Globex Ltd and "
    #expect(try Self.capsHit(repeating: clause, 300) == ["sentence": 1])
    #expect(try Self.capsHit(repeating: clause, 30) == [:])
    #expect(try Self.capsHit(repeating: "Acme Corp merged with Globex today. ", 300) == [:])
  }
}
