extension RulePair {
  /// Entries of lists that overlap or nearly match.
  static let listEdges = [
    RulePair(
      "entries in entries",
      file: """
        list l = \(list(40, parted: " | ") { "\"\(stretch($0 + 1))\"" })
        phase p select longest { rule r: @l{1,8} "b" => T { } }
        """, on: "a "),
    RulePair(
      "entries of two lists, mixed",
      file: """
        list l = \(list(12, parted: " | ") { "\"\(stretch($0 * 2 + 1))\"" })
        list m = \(list(12, parted: " | ") { "\"\(stretch($0 * 2 + 2))\"" })
        phase p select all { rule r: (@l | @m | "a"){1,6} => T { } }
        """, on: "a "),
    RulePair(
      "long entry that nearly matches",
      file: """
        list l = "\(stretch(60)) b"
        phase p select longest { rule r: @l => T { } }
        """, on: "a "),
    RulePair(
      "entries that nearly match",
      file: """
        list l = \(list(500, parted: " | ") { "\"a b c d e f g h x\($0)\"" })
        phase p select longest { rule r: @l+ | @l "b" => T { } }
        """, on: "a b c d e f g h i "),
    RulePair(
      "one spelling of 500 rows",
      file: """
        list l from "l.tsv" { match name; keep key; case smart }
        phase p select longest { rule r: x: @l{key = none} => X { text: x.key } }
        """,
      tables: ["l.tsv": "name\tkey\n" + list(500, parted: "") { "a\tk\($0)\n" }], on: "a "),
    RulePair(
      "one spelling of 500 rows, captured",
      file: """
        list l from "l.tsv" { match name; keep key; case smart }
        phase p select longest { rule r: x: @l{key = k499} => X { text: x.key } }
        """,
      tables: ["l.tsv": "name\tkey\n" + list(500, parted: "") { "a\tk\($0)\n" }], on: "a "),
    RulePair(
      "case that disagrees",
      file: """
        list l from "l.tsv" { match name; case exact }
        phase p select longest { rule r: @l{1,8} "b" => T { } }
        """,
      tables: ["l.tsv": "name\n" + list(8, parted: "\n") { capitals($0) }], on: "a a A "),
    RulePair(
      "5000 entries, names only",
      file: """
        list l from "l.tsv" { match name; case smart }
        phase p select longest { rule r: @l [case = capitalized]{0,4} "b" => T { } }
        """,
      tables: ["l.tsv": "name\n" + RepeatedText("A# B#\n").text(5_000 * 12)], on: "A# "),
    RulePair(
      "words of a list",
      file: """
        list l = \(list(300, parted: " | ") { "w\($0)" })
        phase p select longest { rule r: [lower in @l]{1,20} @l "b" => T { } }
        """, on: list(60, parted: " ") { "w\($0 * 5)" } + " "),
  ]

  private static func stretch(_ count: Int) -> String { list(count, parted: " ") { _ in "a" } }

  /// A stretch with one capital.
  private static func capitals(_ place: Int) -> String {
    list(8, parted: " ") { $0 == place ? "A" : "a" }
  }
}
