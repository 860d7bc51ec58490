import Text

/// A stretch of text that names a person.
struct PersonMention {
  /// The annotation by its place in the document's store.
  var annotation: Int
  var name: NameID
  /// Whether the name has more than one part, and the parts as one word.
  var isFull: Bool
  var joined: FormID
  /// The tokens of the name itself, without title or description.
  var shown: TokenRange
}
