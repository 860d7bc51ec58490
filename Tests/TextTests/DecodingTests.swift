import Testing

@testable import Text

@Suite struct DecodingTests {
  private func decode(_ bytes: [UInt8]) -> (String, Int) {
    let (text, replaced) = PlainText.decode(bytes[...])
    return (String(decoding: text, as: UTF8.self), replaced)
  }

  private static func littleEndian(_ text: String) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  }

  @Test func readsUTF8WithAndWithoutMark() {
    #expect(decode(Array("Séoul".utf8)) == ("Séoul", 0))
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("Séoul".utf8)) == ("Séoul", 0))
  }

  @Test func readsUTF16() {
    #expect(decode([0xFF, 0xFE, 0x53, 0x00, 0xE9, 0x00]) == ("Sé", 0))
    #expect(decode([0xFE, 0xFF, 0x00, 0x53, 0x00, 0xE9]) == ("Sé", 0))
  }

  /// ICU's detector does not see it, and as UTF-8 it would be valid with a NUL beside each letter.
  @Test func readsWideTextWithoutMark() {
    let text = "They met in Séoul.\n"
    let little = Self.littleEndian(text)
    let big = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(decode(little) == (text, 0))
    #expect(decode(big) == (text, 0))
    let wider = text.unicodeScalars.flatMap { scalar -> [UInt8] in [UInt8(scalar.value), 0, 0, 0] }
    #expect(decode([0xFF, 0xFE, 0, 0] + wider) == (text, 0))
    #expect(decode(Array("a\0b c d e f".utf8)) == ("a\0b c d e f", 0))
  }

  @Test func nothingButControlCharactersIsNoText() {
    let error = #expect(throws: Reject.self) {
      try DocumentDecoder().plainText([0, 0, 0x0A, 0x1B, 0], path: "a.txt")
    }
    #expect(error?.code == .empty)
  }

  @Test func findsAnOldEncoding() {
    let latin = Array("Le ministre a rencontr".utf8) + [0xE9] + Array(" son homologue ".utf8)
    #expect(
      decode(latin + [0xE0] + Array(" Gen".utf8) + [0xE8] + Array("ve.".utf8)).0
        == "Le ministre a rencontré son homologue à Genève.")
  }

  @Test func countsWhatItReplaces() {
    let (text, replaced) = decode([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62])
    #expect(text == "a\u{FFFD}b")
    #expect(replaced == 1)
  }

  @Test func readsALineOfJSON() throws {
    let line = #"{"id": 7, "text": "They met.", "date": "2024-01-26", "title": "T"}"#
    let document = try DocumentDecoder().jsonLine(
      Array(line.utf8)[...], path: "a.jsonl", line: 3)
    #expect(document.sourceID == "7")
    #expect(String(decoding: document.text, as: UTF8.self) == "They met.")
    #expect(document.date == "2024-01-26")
    #expect(document.line == 3)
  }

  @Test func aLineInUTF16SaysSo() {
    let line = Self.littleEndian(#"{"text": "They met."}"#)
    let error = #expect(throws: Reject.self) {
      try DocumentDecoder().jsonLine(line[...], path: "a.jsonl", line: 1)
    }
    #expect(error?.message.contains("save the file as UTF-8") == true)
  }

  @Test func emptyMarkupLeavesTheText() throws {
    let line = #"{"html": "", "text": "They met."}"#
    let document = try DocumentDecoder().jsonLine(Array(line.utf8)[...], path: "a.jsonl", line: 1)
    #expect(String(decoding: document.text, as: UTF8.self) == "They met.")
  }

  @Test(arguments: [
    ("{", Reject.Code.json), ("{\"id\": \"x\"}", .noText), ("{\"text\": \" \\n\"}", .empty),
    ("{\"text\": 5}", .noText), ("null", .json), ("[{\"text\": \"a\"}]", .json),
  ])
  func rejectsALineThatCannotBeUsed(_ line: String, _ code: Reject.Code) {
    let error = #expect(throws: Reject.self) {
      try DocumentDecoder().jsonLine(Array(line.utf8)[...], path: "a.jsonl", line: 3)
    }
    #expect(error?.code == code)
    #expect(error?.line == 3)
  }
}
