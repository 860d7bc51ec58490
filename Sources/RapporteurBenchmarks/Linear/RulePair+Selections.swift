extension RulePair {
  /// Rules that compete.
  static let selections = [
    RulePair(
      "block of all",
      file: #"phase p select longest { block b: "a"{1,20} rule r: "a"+ => T { } }"#, on: "a "),
    RulePair(
      "block that begins everywhere",
      file: #"phase p select longest { block b: "a" "b" rule r: ("a" | "b"){1,30} "c"? => T { } }"#,
      on: "a b a "),
    RulePair(
      "50 rules of one stretch",
      file:
        "phase p select longest { \(list(50, parted: " ") { "rule r\($0) priority \($0): \"a\"+ => T { }" }) }",
      on: "a "),
    RulePair(
      "rules of every length",
      file:
        "phase p select longest { \(list(40, parted: " ") { "rule r\($0): \"a\"{\($0 + 1)} => T { }" }) }",
      on: "a "),
    RulePair(
      "rules of every length, all",
      file:
        "phase p select all { \(list(40, parted: " ") { "rule r\($0): \"a\"{\($0 + 1)} => T { }" }) }",
      on: "a "),
    RulePair(
      "beyond the span cap", #"("a" "a"){1,60} "b""#, on: "a "),
  ]
}
