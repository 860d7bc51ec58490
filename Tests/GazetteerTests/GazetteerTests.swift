import Diagnostics
import Testing
import Text

@testable import Gazetteer

@Suite struct GazetteerTests {
  private static func find(_ letterCase: Gazetteer.LetterCase, _ text: String) -> [String] {
    var vocabulary = Vocabulary()
    func tokens(_ text: String) -> [TokenID] { text.split(separator: " ").map(intern) }
    func intern(_ word: Substring) -> TokenID { vocabulary.intern(String(word)) }
    let names = [["New York"], ["New York City", "Big Apple"], ["river"], ["River"], []]
    let rows = names.map { each in (spellings: each.map(tokens), cells: [each.first ?? ""]) }
    let ids = tokens(text)
    let list = Gazetteer(
      columns: ["name"], rows: rows, letterCase: letterCase, vocabulary: vocabulary)
    let document = ids.map {
      Token(range: TextRange(0, 0), id: $0, spaceBefore: true, lineBreaksBefore: 0)
    }
    return document.indices.flatMap { start in
      list.longestMatches(
        at: start, before: document.count, in: document, vocabulary: vocabulary
      ).map { "\(start)+\($0.length) \(list.cell($0.row, "name") ?? "")" }
    }
  }

  @Test(arguments: [
    (Gazetteer.LetterCase.smart, "New York City", ["0+3 New York City"]),
    (.smart, "New York Times", ["0+2 New York"]),
    (.smart, "NEW YORK new york", ["0+2 New York"]),
    (
      .smart, "RIVER River river",
      ["0+1 river", "0+1 River", "1+1 river", "1+1 River", "2+1 river"]
    ),
    (.exact, "RIVER River river", ["1+1 River", "2+1 river"]),
    (.fold, "big apple RIVER", ["0+2 New York City", "2+1 river", "2+1 River"]),
    (.smart, "New", []),
  ])
  func findsTheLongest(
    _ letterCase: Gazetteer.LetterCase, _ text: String, _ expected: [String]
  ) { #expect(Self.find(letterCase, text) == expected) }

  @Test func findsEachOfManyEntries() {
    var vocabulary = Vocabulary()
    let words = (0..<3000).map { vocabulary.intern("w\($0)") }
    let rows = words.indices.map { index in
      (spellings: [[words[index], words[(index * 7 + 1) % 3000]]], cells: ["\(index)"])
    }
    let list = Gazetteer(
      columns: ["id"], rows: rows, letterCase: .exact, vocabulary: vocabulary)
    for index in words.indices {
      let tokens = [words[index], words[(index * 7 + 1) % 3000]].map {
        Token(range: TextRange(0, 0), id: $0, spaceBefore: true, lineBreaksBefore: 0)
      }
      let found = list.longestMatches(at: 0, before: 2, in: tokens, vocabulary: vocabulary)
      #expect(found.map(\.row) == [index])
    }
  }
}
