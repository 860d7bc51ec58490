import Diagnostics
import Rules

/// Texts with what must come out of them, in a `*.cases` file of a pack.
///
/// A case is a line `=== name`, with ` on DATE` where the document's date is given; the text; a line `---`; and
/// expectations, one a line, as they stand under an event frame but without the text. Lines before the first case
/// and lines that begin with `//` among expectations are comments.
struct CaseFile {
  /// One text with its expectations.
  struct Case {
    var name: String
    var text: String
    var date: String?
    var expectations: [Example]
    /// The line that names the case.
    var location: SourceLocation
  }

  var path: String
  var cases: [Case]
}
