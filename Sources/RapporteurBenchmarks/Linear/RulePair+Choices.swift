extension RulePair {
  /// Long alternations.
  static let choices = [
    RulePair(
      "500 alternatives", "(\(list(500, parted: " | ") { "\"w\($0)\" \"x\($0)\"" }))",
      on: list(40, parted: " ") { "w\($0 * 12)" } + " "),
    RulePair(
      "500 alternatives that begin alike",
      "(\(list(500, parted: " | ") { "\"a\" \"b\" \"x\($0)\"" }))", on: "a b "),
    RulePair(
      "alternatives in repetition",
      "(\(list(60, parted: " | ") { "\"a\" \"b\" \"x\($0)\"" }) | \"a\" | \"b\"){1,12} \"c\"",
      on: "a b "),
    RulePair(
      "long literals that nearly match",
      "\"\(list(40, parted: " ") { _ in "a" }) b\" | \"\(list(30, parted: " ") { _ in "a" }) c\"",
      on: "a "),
    RulePair(
      "500 words in a condition", "[lower in [\(list(500, parted: ", ") { "w\($0)" })]]+ \"c\"",
      on: list(60, parted: " ") { "w\($0 * 9)" } + " "),
    RulePair("names only", "[case = capitalized]{1,4} [case = lower]", on: "A# "),
    RulePair("words that are all new", #"[case = lower]{1,4} "a" | "b" [length = 4]+"#, on: "# "),
    RulePair("brackets only", #""(" ...{0,8} ")""#, on: "( "),
    RulePair("one token", "[]+", on: "a"),
    RulePair("new lines only", "[]+", on: "\n"),
  ]
}
