import FoundationEssentials
import Testing

/// The matcher against the one that tries everything, over random phases and lattices.
@Suite struct MatchReferenceTests {
  /// Pairs of a phase and a sentence; RAPPORTEUR_PAIRS says how many, ten thousand where it is not set.
  private static let pairs =
    ProcessInfo.processInfo.environment["RAPPORTEUR_PAIRS"].flatMap { Int($0) } ?? 10_000
  private static let shares = 20
  private static let sentences = 5

  @Test(arguments: 0..<shares) func findsWhatEveryDerivationFinds(share: Int) throws {
    var tried = 0
    var compared = 0
    while tried < Self.pairs / Self.shares {
      let seed = UInt64(share) << 32 | UInt64(tried)
      let input = MatchCase(SeededChoices(seed: seed), sentences: Self.sentences)
      compared += try MatcherTarget.compare(input)
      tried += Self.sentences
    }
    #expect(compared * 10 >= tried * 9)
  }
}
