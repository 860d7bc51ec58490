/// A lexical unit of a rule file.
struct Lexeme: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// A name: letters, digits, `_`, inner `-` and `/`.
    case name
    case string
    case number
    /// `YYYY-MM-DD`, `YYYY-MM`.
    case date
    /// `/…/` after `~`.
    case regex
    /// A mark: one of the fixed punctuation strings.
    case mark
    case documentation
    case end
  }

  var kind: Kind
  /// The text; of a string what stands between its quotation marks, escapes resolved.
  var text: String
  var start: Int
  var end: Int
}
