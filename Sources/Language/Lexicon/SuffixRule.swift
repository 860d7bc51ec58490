/// One rule of regular inflection: a word that ends in `suffix` may be a form of the stem plus `ending`.
struct SuffixRule: Sendable {
  var suffix: String
  var wordClass: String
  var ending: String
  var form: String
  /// The class that the base form must have.
  var baseClass: String
}
