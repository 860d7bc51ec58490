import Testing

@testable import RapporteurBenchmarks

@Suite struct RulePairTests {
  @Test func thereAreFiftyOfDifferentNames() {
    #expect(Set(RulePair.all.map(\.name)).count == RulePair.all.count)
    #expect(RulePair.all.count >= 50)
  }

  @Test(arguments: RulePair.all.map(\.name)) func rulesHaveNoMistakes(name: String) throws {
    let pair = try #require(RulePair.all.first { $0.name == name })
    _ = try SmallPack(rules: pair.rules, tables: pair.tables)
  }
}
