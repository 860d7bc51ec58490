import Testing

@testable import Rules

/// Sets of triggers hold what was put in them, and what shares its bits.
@Suite struct TriggerSetTests {
  @Test func holdsWhatWasPutIn() {
    let numbers = [0, 63, 64, 130, 255]
    let all = numbers.reduce(into: TriggerSet()) { $0.formUnion(TriggerSet($1)) }
    #expect((0..<256).filter(all.contains) == numbers)
    #expect(TriggerSet(130).intersection(all) == TriggerSet(130))
    #expect(TriggerSet(131).isDisjoint(with: all))
    #expect(all.intersection(TriggerSet()).isEmpty)
    #expect((0..<256).allSatisfy(TriggerSet.all.contains))
  }

  @Test func sharesBitsBeyond256() {
    #expect(TriggerSet(300) == TriggerSet(44))
  }
}
