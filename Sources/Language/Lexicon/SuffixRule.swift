/// One rule of regular inflection: a word that ends in `suffix` may be a form of the stem plus `ending`.
struct SuffixRule: Sendable {
  var suffix: String
  var wordClass: String
  var ending: String
  var form: String
  /// The class that the base form must have.
  var baseClass: String

  init(suffix: String, wordClass: String, ending: String, form: String, baseClass: String? = nil) {
    self.suffix = suffix
    self.wordClass = wordClass
    self.ending = ending
    self.form = form
    self.baseClass = baseClass ?? wordClass
  }
}
