import Text

/// One rule of regular inflection: a word that ends in `suffix` may be a form of the stem plus `ending`.
struct SuffixRule: Sendable {
  var suffix: String
  var wordClass: String
  var ending: String
  var form: String
  /// The class that the base form must have.
  var baseClass: String
}

extension SuffixRule: BinaryValue {
  func write(to writer: inout ByteWriter) {
    for text in [suffix, wordClass, ending, form, baseClass] { writer.write(text) }
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      suffix: try reader.read(), wordClass: try reader.read(), ending: try reader.read(),
      form: try reader.read(), baseClass: try reader.read())
  }
}
