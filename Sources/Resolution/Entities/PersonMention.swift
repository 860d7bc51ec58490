import Text

/// A stretch of text that names a person.
struct PersonMention {
  /// The annotation by its place in the document's store.
  var annotation: Int
  var name: NameID
  /// The tokens of the name itself, without title or description.
  var shown: TokenRange
}
