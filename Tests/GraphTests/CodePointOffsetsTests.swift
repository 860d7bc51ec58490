import Testing

@testable import Graph

@Suite struct CodePointOffsetsTests {
  @Test func countsCodePoints() {
    let text = String(repeating: "aé漢😀", count: 200)
    let bytes = Array(text.utf8)
    let offsets = CodePointOffsets(bytes)
    var byte = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.offset(byte) == number)
      byte += String(scalar).utf8.count
    }
    #expect(offsets.offset(byte) == 800)
    #expect(CodePointOffsets([]).offset(0) == 0)
    #expect(CodePointOffsets(Array(repeating: 0x61, count: 512)).offset(512) == 512)
  }
}
