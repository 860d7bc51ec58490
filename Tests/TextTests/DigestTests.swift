import Testing

@testable import Text

@Suite struct DigestTests {
  /// The test vectors of FIPS 180-2, appendix B.
  @Test func computesSHA256() {
    let digest = SHA256.digest(Array("abc".utf8)).map { hex($0) }.joined()
    #expect(digest == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func makesStableIDs() {
    let id = StableID.make(prefix: "d", parts: [Array("a".utf8), Array("bc".utf8)])
    #expect(id.count == 18 && id.hasPrefix("d-"))
    #expect(id == StableID.make(prefix: "d", parts: [Array("a".utf8), Array("bc".utf8)]))
    #expect(id != StableID.make(prefix: "d", parts: [Array("ab".utf8), Array("c".utf8)]))
    #expect(id.dropFirst(2).allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".contains($0) })
  }

  private func hex(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
}
