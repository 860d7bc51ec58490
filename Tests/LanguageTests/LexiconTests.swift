import FoundationEssentials
import Gazetteer
import Testing

@testable import Language

@Suite struct LexiconTests {
  private static func table(_ name: String) throws -> TableFile {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Pipelines/english/\(name).tsv")
    return try TableFile.parse(path: file.lastPathComponent, bytes: Array(Data(contentsOf: file)))
  }

  private static func lexicon() throws -> Lexicon {
    try Lexicon(
      closed: table("lexicon"), irregular: table("irregular"), words: table("words"),
      suffixes: table("suffixes"))
  }

  private func readings(_ word: String, _ lexicon: Lexicon) -> Set<String> {
    Set(lexicon.analyses(of: word).map { "\($0.lemma) \($0.wordClass) \($0.form)" })
  }

  @Test func knowsIrregularAndRegularForms() throws {
    let lexicon = try Self.lexicon()
    #expect(readings("met", lexicon).isSuperset(of: ["meet verb past", "meet verb participle"]))
    #expect(readings("visited", lexicon).contains("visit verb past"))
    #expect(readings("planned", lexicon).contains("plan verb past"))
    #expect(readings("hosting", lexicon).contains("host verb ing"))
    #expect(readings("arrives", lexicon).contains("arrive verb s"))
    #expect(readings("talks", lexicon).isSuperset(of: ["talk verb s", "talk noun plural"]))
    #expect(readings("envoys", lexicon).contains("envoy noun plural"))
    #expect(readings("countries", lexicon).contains("country noun plural"))
    #expect(readings("formally", lexicon).contains("formal adverb base"))
  }

  @Test func keepsClosedClassesClosed() throws {
    let lexicon = try Self.lexicon()
    #expect(readings("can", lexicon) == ["can modal modal"])
    #expect(readings("of", lexicon) == ["of preposition base"])
    #expect(readings("minister", lexicon) == ["minister noun singular"])
    #expect(readings("zzgrk", lexicon).isEmpty)
  }
}
