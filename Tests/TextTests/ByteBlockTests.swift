import Testing

@testable import Text

/// The sets of a block's bytes are what a look at each byte gives.
@Suite struct ByteBlockTests {
  private static let sets: [@Sendable (ByteBlock) -> UInt64] = [
    { $0.wide }, { $0.continuations }, { $0.equal(to: 0x27) }, { $0.equal(to: 0x80) },
    { $0.below(0x20) }, { $0.within(0x2F, 0x3A) }, { $0.capitals }, { $0.smallLetters },
    { $0.letters }, { $0.digits },
  ]

  private static let tests: [@Sendable (UInt8) -> Bool] = [
    { $0 >= 0x80 }, { $0 & 0xC0 == 0x80 }, { $0 == 0x27 }, { $0 == 0x80 }, { $0 < 0x20 },
    { $0 >= 0x2F && $0 <= 0x3A }, { $0 >= 0x41 && $0 <= 0x5A }, { $0 >= 0x61 && $0 <= 0x7A },
    { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }, { $0 >= 0x30 && $0 <= 0x39 },
  ]

  private func block(_ bytes: [UInt8], at index: Int) -> ByteBlock? {
    ByteBlock(bytes.span, at: index)
  }

  private func place(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    TextBytes.firstIndex(of: byte, in: bytes.span, from: start)
  }

  private func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    TextBytes.contains(bytes.span, part.span)
  }

  private func isASCII(_ bytes: [UInt8]) -> Bool { TextBytes.isASCII(bytes.span) }

  private func codePoints(_ bytes: [UInt8], _ end: Int) -> Int {
    TextBytes.codePoints(bytes.span, TextRange(0, end))
  }

  /// Every byte in every place, between neighbours that would carry over.
  @Test(arguments: sets.indices) func findsEveryByte(_ number: Int) throws {
    for byte in UInt8.min...UInt8.max {
      for neighbour: UInt8 in [0, 0x41, 0x7F, 0x80, 0xFF] {
        for place in 0..<8 {
          var bytes = Array(repeating: neighbour, count: 8)
          bytes[place] = byte
          let block = try #require(self.block(bytes, at: 0))
          var expected: UInt64 = 0
          for index in 0..<8 where Self.tests[number](bytes[index]) {
            expected |= 0x80 << UInt64(index * 8)
          }
          #expect(Self.sets[number](block) == expected)
        }
      }
    }
  }

  @Test func cutsAndFolds() throws {
    let bytes = Array("xAb9Z@[É".utf8)
    let block = try #require(self.block(bytes, at: 1))
    #expect(block.prefix(8) == block)
    #expect(block.prefix(0).bits == 0)
    #expect(block.prefix(2).bits == 0x6241)
    #expect(block.lowercased == self.block(Array("ab9z@[É".utf8), at: 0))
    #expect(self.block(bytes, at: 2) == nil)
    #expect(self.block(bytes, at: -1) == nil)
    #expect(ByteBlock.first(of: 0) == 8)
    #expect(ByteBlock.first(of: block.digits) == 2)
  }

  /// What is stored is what was read, at every place; a set's mask has the bits of its places.
  @Test func storesAndMasks() {
    let bytes = (0..<20).map { UInt8($0 * 13 + 1) }
    for start in 0...12 {
      var copy = Array(repeating: UInt8(0), count: 20)
      var places = copy.mutableSpan
      block(bytes, at: start)?.store(in: &places, at: start)
      #expect(copy[start..<start + 8] == bytes[start..<start + 8])
      #expect(copy.count(where: { $0 != 0 }) == 8)
    }
    for mask in 0..<UInt64(256) {
      let set = (0..<UInt64(8)).reduce(UInt64(0)) { $0 | (mask >> $1 & 1) << ($1 * 8 + 7) }
      #expect(ByteBlock.mask(of: set) == mask)
    }
  }

  @Test func findsTextsInTexts() {
    let text = Array("an anaconda and another anaconda's".utf8)
    for start in text.indices {
      for end in start...text.count {
        #expect(contains(text, Array(text[start..<end])))
      }
    }
    for part in ["anacondas", "another x", "'s ", "an anaconda and another anaconda's b"] {
      #expect(!contains(text, Array(part.utf8)))
    }
    #expect(!contains([], text))
  }

  /// At every offset, as blocks and the bytes behind the last of them are read in two ways.
  @Test func searchesTexts() {
    for length in 0..<40 {
      for place in 0..<length {
        var bytes = Array(repeating: UInt8(ascii: "a"), count: length)
        bytes[place] = UInt8(ascii: "\n")
        #expect(self.place(of: 0x0A, in: bytes, from: 0) == place)
        #expect(self.place(of: 0x0A, in: bytes, from: place + 1) == nil)
        #expect(isASCII(bytes))
        bytes[place] = 0xA9
        #expect(!isASCII(bytes))
        #expect(codePoints(bytes, length) == length - 1)
        #expect(codePoints(bytes, place) == place)
      }
    }
  }
}
