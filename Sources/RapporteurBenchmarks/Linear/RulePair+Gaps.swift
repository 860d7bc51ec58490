extension RulePair {
  /// Gaps and what stops them.
  static let gaps = [
    RulePair("gap, end missing", #""a" ...{0,20} "b""#, on: "a "),
    RulePair(
      "three gaps, end missing", #""a" ...{0,20} "a" ...{0,20} "a" ...{0,20} "b""#, on: "a "),
    RulePair("gap that excludes, end missing", #""a" ...{0,20 not "c" "a"} "b""#, on: "a a c "),
    RulePair("gap that excludes a stretch", #""a" ...{0,20 not "a"{12} "b"} "b""#, on: "a "),
    RulePair("gap in repetition", #"("a" ...{0,5}){1,8} "b""#, on: "a c "),
    RulePair("gap first", #"...{0,20} "b""#, on: "a "),
    RulePair("every gap", all: #""a" ...{0,20} "a""#, on: "a "),
    RulePair("gap over marks", #""a" ...{0,20} "b""#, on: "a ; a . "),
    RulePair(
      "gap between captures", #"x: "a" ...{0,20} y: ("a" | "b"){1,9}"#, text: "join(x, y)",
      on: "a b "),
    RulePair(
      "gap that excludes an annotation",
      file: #"""
        phase u select all { rule u: "a"{1,6} => U { } }
        phase p select longest { rule r: "a" ...{0,20 not U "b"} "c" => T { } }
        """#, on: "a a a "),
  ]
}
