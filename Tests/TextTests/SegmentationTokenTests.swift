import Testing

@testable import Text

@Suite struct SegmentationTokenTests {
  @Test(arguments: [
    ("the rebels' leader", "the|rebels|'|leader"),
    ("It's I'm they're we'll he'd I've", "It|'s|I|'m|they|'re|we|'ll|he|'d|I|'ve"),
    ("RUSSIA'S", "RUSSIA|'S"),
    ("couldn't've", "could|n't|'ve"),
    ("the 'Sunday' papers", "the|'|Sunday|'|papers"),
    ("O'Brien met Shi'ite envoys", "O'Brien|met|Shi'ite|envoys"),
    ("Gen. Orlov, No. 5, Jan. 3, 9 a.m.", "Gen.|Orlov|,|No.|5|,|Jan.|3|,|9|a.m."),
    ("they told me.", "they|told|me|."),
    ("a no. The", "a|no|.|The"),
    ("MR. SATO", "MR.|SATO"),
    ("J.-P. Roux and J.R.R. Lund", "J.-P.|Roux|and|J.R.R.|Lund"),
    ("the U.N.-backed force", "the|U.N.-backed|force"),
    ("U.S.’s", "U.S.|'s"),
    ("the F-16, COVID-19", "the|F-16|,|COVID-19"),
    ("Feb. 26-March 4, mid-2016", "Feb.|26|-|March|4|,|mid|-|2016"),
    ("a 40-year-old", "a|40-year-old"),
    ("co\u{2011}op and Asia–Pacific", "co-op|and|Asia|-|Pacific"),
    ("1st 2nd $1,000.50 50%", "1st|2nd|$|1,000.50|50|%"),
    ("mini\u{AD}ster", "minister"),
    ("a\u{2003}\u{2003}b\u{200B}c\u{A0}d", "a|b|c|d"),
    ("-", "-"), ("'", "'"), (".", "."), ("-a-", "-|a|-"),
  ])
  func cutsTokens(_ text: String, _ expected: String) throws {
    let (segmented, vocabulary) = try EnglishSample.segment(text)
    let found = segmented.tokens.map { vocabulary.spelling($0.id) }.joined(separator: "|")
    #expect(found == expected)
  }

  @Test func countsLineBreaks() throws {
    let (segmented, _) = try EnglishSample.segment("a\nb\r\nc\n \nd\u{2029}e f")
    #expect(segmented.tokens.map(\.lineBreaksBefore) == [0, 1, 1, 2, 2, 0])
    #expect(segmented.tokens.allSatisfy { $0.spaceBefore })
  }

  /// Bytes that are not UTF-8 are a caller's mistake, but not one that ends the process.
  @Test func survivesAnyBytes() throws {
    var generator = SeededGenerator(state: 5)
    for _ in 0..<2000 {
      let length = Int.random(in: 0...80, using: &generator)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let (segmented, _) = try EnglishSample.segment(bytes)
      var end = 0
      for token in segmented.tokens {
        #expect(token.range.start >= end && token.range.end <= bytes.count && !token.range.isEmpty)
        end = token.range.end
      }
      #expect(segmented.sentences.map(\.count).reduce(0, +) == segmented.tokens.count)
    }
  }

  /// Ten times the text costs about ten times the time, for texts that tempt a loop to look back or ahead.
  @Test(arguments: ["- ", ")\" ", "U.S. ", "a.", "'s", "漢", "\n\"", ". ", "a-", "1. ", "\u{301}"])
  func isLinear(_ unit: String) throws {
    func seconds(_ count: Int) throws -> Double {
      let text = Array(String(repeating: unit, count: count).utf8)
      let start = ContinuousClock.now
      _ = try EnglishSample.segment(text)
      return (ContinuousClock.now - start) / .seconds(1)
    }
    _ = try seconds(1000)
    let short = try seconds(5000)
    let long = try seconds(50000)
    #expect(long < short * 40 + 0.2)
  }
}
