import Testing

@testable import Text

/// The scanner's word boundaries are exactly ICU's, whatever the text.
@Suite struct SegmentationBoundaryTests {
  private let breaker: WordBreaker

  init() throws { breaker = try WordBreaker(locale: "en") }

  private func agrees(_ bytes: [UInt8]) -> Bool {
    breaker.boundaries(of: bytes.span) == breaker.boundariesFromICU(of: bytes.span)
  }

  /// Every pair of code points up to U+023F and of General Punctuation, between letters and between digits.
  @Test func agreesOnEveryPair() {
    let known = (Array(1...0x23F) + Array(0x2000...0x206F)).compactMap(Unicode.Scalar.init)
    for first in known {
      var text = String.UnicodeScalarView()
      for second in known { text += [first, second, "a", first, second, "1", " "] }
      #expect(agrees(Array(String(text).utf8)), "U+\(String(first.value, radix: 16))")
    }
  }

  @Test(arguments: [
    "abzAZ019", "ab1 .,;:'\"_@-/\n\r\t", "aé1 .,’‘—–“”…\u{AD}\u{301}\u{200D}\u{A0}\u{2003}\u{2028}",
    "a1 .'漢字ไทยעב\"カな한\u{1F1F0}\u{1F1EA}😀\u{200D}\u{FE0F}ş\u{7F}\u{85}",
  ])
  func agreesOnRandomText(_ characters: String) {
    let alphabet = Array(characters.unicodeScalars)
    var generator = SeededGenerator(state: 11)
    for _ in 0..<4000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &generator)])
      }
      #expect(agrees(Array(String(text).utf8)), "\(String(text).debugDescription)")
    }
  }

  @Test func agreesOnRandomASCII() {
    var generator = SeededGenerator(state: 13)
    for _ in 0..<4000 {
      let length = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<length).map { _ in UInt8.random(in: 1...0x7F, using: &generator) }
      #expect(agrees(bytes), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// News that lies beside the checkout, where it does.
  @Test(.enabled(if: SharedNews.isPresent), arguments: SharedNews.names)
  func agreesOnNews(_ name: String) throws {
    let bytes = try SharedNews.read(name)
    #expect(agrees(bytes))
  }
}
