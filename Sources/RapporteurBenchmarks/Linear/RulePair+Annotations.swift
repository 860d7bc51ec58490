extension RulePair {
  /// Annotations of annotations, and what is passed over between them.
  static let annotationEdges = [
    RulePair(
      "ten phases on one another",
      file: #"phase p0 select longest { rule r: "a" "b"? => U { } }"# + "\n"
        + list(9, parted: "\n") {
          "phase p\($0 + 1) select longest { rule r\($0): (U | V | W){1,4} => \(["V", "W", "U"][$0 % 3]) { } }"
        }, on: "a a b "),
    RulePair(
      "every stretch of every stretch",
      file: #"""
        phase u select all { rule u: "a"{1,8} => U { } }
        phase v select all { rule v: U{1,4} => V { } }
        """#, on: "a "),
    RulePair(
      "three phases of every stretch",
      file: #"""
        phase u select all { rule u: "a"{1,4} => U { } }
        phase v select all { rule v: U{1,4} => V { } }
        phase w select all { rule w: (U | V){1,3} "b" => W { } }
        """#, on: "a "),
    RulePair(
      "fields of annotations",
      file: #"""
        phase x select all { rule x: y: "a"{1,8} => X { text: y.text } }
        phase p select longest { rule r: X{text = "a a b"}+ "c" | X{text != "a"}{1,4} "d" => T { } }
        """#, on: "a "),
    RulePair(
      "50 annotations of one stretch",
      file:
        "phase x select all { \(list(50, parted: " ") { "rule r\($0): \"a\" => X { text: \"k\($0)\" }" }) }\n"
        + #"phase p select longest { rule r: (X{text = k49} X{text != k1}){1,8} "b" => T { } }"#,
      on: "a "),
    RulePair(
      "captures of annotations",
      file: #"""
        phase x select all { rule x: y: "a"{1,6} => X { text: y.text } }
        phase p select longest { rule r: (x: X "b"?){1,6} => X { text: join(x.text) } }
        """#, on: "a a a b "),
    RulePair(
      "skipping without end",
      file: #"""
        phase v select longest { rule v: "," => V { } }
        phase p select longest, skipping V { rule r: "a" "b" "c" => T { } }
        """#, on: "a , , , , , , , , b , , "),
    RulePair(
      "skipping every stretch",
      file: #"""
        phase v select all { rule v: ","{1,8} => V { } }
        phase p select longest, skipping V { rule r: "a" "a"+ "b" => T { } }
        """#, on: "a , , , a , , , , , , "),
    RulePair(
      "skipping brackets",
      file: #"""
        phase v select longest { rule v: "(" ...{0,8} ")" => V { } }
        phase p select longest, skipping V { rule r: "a"{2,20} "b" => T { } }
        """#, on: "a ( a ) ( "),
  ]
}
