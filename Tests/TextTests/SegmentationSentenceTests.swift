import Testing

@testable import Text

@Suite struct SegmentationSentenceTests {
  @Test(arguments: [
    "He met Adm. Orlov. | They spoke.",
    "J. Smith of the U.S. President's staff left. | He flew.",
    "It is plan B. | The envoys agreed.",
    "They met in the U.S. | \"The talks go on,\" he said.",
    "(They left.) | (They came back.)",
    "He said: \"We go.\" | Then he left.",
    "\"Why?\" he asked. | \"Now!\"",
    "Was it so? | Yes!",
    "Well... | He left.",
    "Well… | He left.",
    "Well . . . he left.",
    "He said no. | Kerry said yes.",
    "He is with Lund Inc. | He left at 5 p.m. | On Monday he came.",
    "The No. 2 came Jan. 5 to St. Paul.",
    "It grew 3.5 percent. | 20 came.",
    "The firm www.example.com said so.",
  ])
  func endsSentences(_ expected: String) throws {
    let sentences = expected.split(separator: " | ")
    let result = try found(sentences.joined(separator: " "))
    #expect(result == sentences.map(String.init))
  }

  @Test func endsAtLines() throws {
    let text = """
      Envoys meet in Oslo for two days of talks about the old border row
      By Ann Lund
      OSLO - The envoys of both sides met on Monday, said a spokesman, who gave no further detail of it.
      - First point
      - Second point
      1. Third point
      and more of it
      """
    let sentences = try found(text)
    #expect(
      sentences == [
        "Envoys meet in Oslo for two days of talks about the old border row", "By Ann Lund",
        "OSLO - The envoys of both sides met on Monday, said a spokesman, who gave no further "
          + "detail of it.", "- First point", "- Second point", "1. Third point\nand more of it",
      ])
  }

  @Test func readsOnInWrappedText() throws {
    let text = """
      The envoys of both sides met on Monday in the town hall of
      Oslo, and a spokesman of the hosts said that the talks with
      Minister Lund would go on. The next round is planned in the
      Hague.

      Nobody else spoke.
      """
    let sentences = try found(text).map {
      $0.split(separator: "\n").joined(separator: " ")
    }
    #expect(
      sentences == [
        "The envoys of both sides met on Monday in the town hall of Oslo, and a spokesman of the "
          + "hosts said that the talks with Minister Lund would go on.",
        "The next round is planned in the Hague.", "Nobody else spoke.",
      ])
  }

  private func found(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let (segmented, _) = try EnglishSample.segment(bytes)
    return segmented.sentences.map { sentence in
      let range = segmented.textRange(sentence)
      return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
  }
}
