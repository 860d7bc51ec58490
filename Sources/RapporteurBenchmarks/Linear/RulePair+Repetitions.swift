extension RulePair {
  /// Repetition in repetition, and captures in both.
  static let repetitions = [
    RulePair("nested repetition", #"(("a"{1,4}){1,4}){1,4}"#, on: "a "),
    RulePair("nested repetition, end missing", #"(("a"{1,4}){1,4}){1,4} "b""#, on: "a "),
    RulePair("repetitions in a row, end missing", #""a"* "a"* "a"* "a"* "a"* "b""#, on: "a "),
    RulePair("choice of one and two", #"("a" | "a" "a"){1,30} "b""#, on: "a "),
    RulePair("optional many, then as many", #"("a"?){30} "a"{30}"#, on: "a "),
    RulePair("every stretch", all: #""a"+"#, on: "a "),
    RulePair("every stretch of two repetitions", all: #""a"+ "b"* "a"+"#, on: "a a a b "),
    RulePair("pairs, end missing", #"("a" "b")+ "c""#, on: "a b "),
    RulePair("64 tokens, end missing", #""a"{63} "b""#, on: "a "),
    RulePair(
      "optional chain", list(26, parted: " ") { "\"w\($0)\"?" } + " \"z\"", on: "w1 w3 w5 w7 "),
    RulePair("a letter 20 before the end", #""a" [lower in [a, b]]{20} "c""#, on: "~ "),
    RulePair("every letter 20 before the end", all: #""a" [lower in [a, b]]{20}"#, on: "~ "),
    RulePair("letters at two distances", #""a" []{1,12} "b" []{12} "a""#, on: "~ "),
    RulePair("capture in repetition", #"(x: "a")+"#, text: "first(x)", on: "a "),
    RulePair(
      "captures that may share", #"x: "a"* y: "a"* z: "a"* "a""#, text: "join(x, y, z)", on: "a "),
    RulePair(
      "captures in captures", #"x: (y: ("a"{1,3}) z: (v: "a" "b"?)){1,10}"#,
      text: "join(y, z, v)", on: "a a b "),
    RulePair(
      "captures of every stretch",
      file: #"phase p select all { rule r: x: "a"* y: "a"+ => X { text: join(x, y) } }"#, on: "a "),
    RulePair("one endless sentence", #""a" "b"? ([] "c")* "d""#, on: "a b c b c a b x c y c "),
    RulePair("many sentences", #""a" "b"? ([] "c")* "d""#, on: "a b c b c a b x c y c.\n\n"),
  ]
}
