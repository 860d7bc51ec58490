import Testing

@testable import RapporteurBenchmarks

@Suite struct GrowthTests {
  private static func slope(_ seconds: (Double) -> Double) -> Double? {
    var curve = GrowthCurve()
    for power in 10...20 {
      curve.add(bytes: 1 << power, seconds: seconds(Double(1 << power)))
    }
    return curve.slope
  }

  @Test func slopeIsTheExponentOfGrowth() throws {
    let linear = try #require(Self.slope { $0 * 1e-5 })
    let quadratic = try #require(Self.slope { $0 * $0 * 1e-9 })
    #expect(abs(linear - 1) < 1e-9)
    #expect(abs(quadratic - 2) < 1e-9)
  }

  @Test func shortTimesTellNothing() {
    #expect(Self.slope { $0 * 1e-12 } == nil)
  }

  @Test func textsAreAsLongAsAsked() {
    let text = RepeatedText("A# ~ ").text(1_000)
    #expect((1_000...1_008).contains(text.utf8.count))
    #expect(text.hasPrefix("Aaaaa "))
    #expect(text.contains("Abaaa "))
  }
}
