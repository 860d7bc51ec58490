extension RulePair {
  /// Look-around and vetoes.
  static let looks = [
    RulePair("look ahead, far", #"ahead("a"{15} "b") "a"+"#, on: "a "),
    RulePair("no look ahead, far", #"!ahead("a"{15} "b") "a"+ "c""#, on: "a "),
    RulePair("look behind, far", #"behind("a"{16}) "a" "b""#, on: "a "),
    RulePair("no look behind, far", #"!behind("c" ("a" | "b"){1,15}) "a"+ "d""#, on: "~ "),
    RulePair(
      "look in look", #"ahead(!ahead("b") "a" ahead("a" "a" !behind("b"))) "a"+ "d""#, on: "a "),
    RulePair("look in repetition", #"(ahead("a" "a") "a")+ "b""#, on: "a "),
    RulePair("look in every stretch", all: #"(ahead("a" []? "a") "a")+"#, on: "~ "),
    RulePair(
      "looks at annotations",
      file: #"""
        phase u select all { rule u: "a"{1,6} => U { } }
        phase p select longest { rule r: (!ahead(U "b") behind(U) "a")+ "c" => T { } }
        """#, on: "a "),
    RulePair(
      "looks at list entries",
      file: """
        list l = \(list(15, parted: " | ") { "\"\(list($0 + 1, parted: " ") { _ in "a" })\"" })
        phase p select longest { rule r: (behind(@l) ahead(@l) "a")+ "c" => T { } }
        """, on: "a "),
    RulePair("veto of all", #""a"+ except "a"+"#, on: "a "),
    RulePair("veto of nothing", #""a"{1,20} except ("a"{1,19} "b")"#, on: "a "),
    RulePair("veto in veto", #"("a"+ except ("a"{2,9} except "a"{3,7})) "b""#, on: "a "),
    RulePair(
      "veto in repetition",
      file: """
        list l = \(list(200, parted: " | ") { "\"Aa Bb C\($0)\"" })
        let w = [case = capitalized] except (@l | "Dd" | [lower ~ /.*-based/])
        phase p select longest { rule r: !behind(w) w w{0,8} ahead("e") => T { } }
        """, on: "Aa Bb Cc Aa Bb Dd "),
    RulePair("token expression", #"[lower ~ /(a|b|ab)*c/]+"#, on: "ab#ab "),
    RulePair("token expression on one token", #"[lower ~ /((a*)*|(a|a)*)*b/]"#, on: "aaaaaaaa"),
  ]
}
