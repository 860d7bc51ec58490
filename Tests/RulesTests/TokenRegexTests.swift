import Testing

@testable import Rules

@Suite struct TokenRegexTests {
  @Test(arguments: [
    ("a", ["a"], ["", "b", "aa"]),
    ("a|bc", ["a", "bc"], ["abc", "b"]),
    ("a*b+c?", ["b", "aabbc"], ["a", "bcc"]),
    ("[a-c]{2}", ["ab", "cc"], ["a", "abc", "ad"]),
    ("[^a]{1,3}", ["b", "bcd"], ["a", "", "bcde"]),
    ("(ab)+", ["ab", "abab"], ["aba"]),
    ("\\d+\\.\\d", ["1.2", "12.3"], ["1x2"]),
    (".é", ["xé"], ["é"]),
    ("", [""], ["a"]),
    ("(a*)*b", ["b", "aab"], ["aaa"]),
    ("[\\]-]x", ["]x", "-x"], ["x"]),
  ])
  func matchesWholeTokens(_ source: String, _ yes: [String], _ no: [String]) throws {
    let regex = try #require(TokenRegex(source))
    var automaton = TokenRegexAutomaton(regex)
    // The second time all steps are known.
    for _ in 0..<2 {
      #expect(yes.filter { !automaton.matches(Array($0.utf8)[...]) }.isEmpty)
      #expect(no.filter { automaton.matches(Array($0.utf8)[...]) }.isEmpty)
    }
    for text in yes { #expect(regex.matches(text), "\(text)") }
    for text in no { #expect(!regex.matches(text), "\(text)") }
  }

  @Test(arguments: ["(", ")", "a)", "[", "[]", "[b-a]", "*", "a{2", "a{3,2}", "\\w", "a{99}", "^a"])
  func refusesWhatItDoesNotKnow(_ source: String) { #expect(TokenRegex(source) == nil) }

  @Test func refusesWhatGrowsTooLarge() { #expect(TokenRegex("((a{64}){64}){64}") == nil) }

  /// A backtracking engine would need 2^200 steps.
  @Test func isLinear() throws {
    let regex = try #require(TokenRegex("(a|a)*(a|a)*b"))
    #expect(!regex.matches(String(repeating: "a", count: 200)))
  }
}
