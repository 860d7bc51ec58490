/// Rules and a text that is to hurt them.
struct RulePair: Sendable {
  let name: String
  /// A whole rule file.
  let rules: String
  /// Its lists, by the names of their files.
  let tables: [String: String]
  let text: RepeatedText

  static let all =
    repetitions + gaps + looks + choices + listEdges + annotationEdges + selections

  /// What all rules may make; `X` keeps what was captured.
  private static let types = """
    type T { } type U { } type V { } type W { }
    type X { text: text? }

    """

  /// Phases or lists and phases, on a piece of text that is repeated.
  init(_ name: String, file: String, tables: [String: String] = [:], on piece: String) {
    self.name = name
    self.tables = tables
    rules = Self.types + file
    text = RepeatedText(piece)
  }

  /// A single rule.
  init(_ name: String, _ pattern: String, text value: String? = nil, on piece: String) {
    let action = value.map { "X { text: \($0) }" } ?? "T { }"
    self.init(
      name, file: "phase p select longest { rule r: \(pattern) => \(action) }", on: piece)
  }

  /// A single rule of which every match counts.
  init(_ name: String, all pattern: String, on piece: String) {
    self.init(name, file: "phase p select all { rule r: \(pattern) => T { } }", on: piece)
  }

  /// The processor's time of the rules on so many bytes, by a worker that has read the shortest text.
  ///
  /// Throws where the rules have mistakes.
  func seconds(bytes: Int) throws -> Double {
    var worker = try SmallPack(rules: rules, tables: tables).worker()
    _ = worker.run(text.bytes(1 << 10))
    return worker.run(text.bytes(bytes)).phases
  }

  /// `count` things, one after another.
  static func list(_ count: Int, parted: String, _ item: (Int) -> String) -> String {
    (0..<count).map(item).joined(separator: parted)
  }
}
