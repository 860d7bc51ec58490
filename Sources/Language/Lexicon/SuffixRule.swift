import Rules
import Text

/// One rule of regular inflection: a word that ends in `suffix` may be a form of the stem plus `ending`.
struct SuffixRule: Sendable {
  /// UTF-8.
  var suffix: [UInt8]
  var ending: [UInt8]
  /// What the word is then.
  var kind: WordReading.Kind
  /// The class that the base form must have.
  var baseClass: UInt16
}

extension SuffixRule: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(bytes: suffix)
    writer.write(bytes: ending)
    writer.write(kind)
    writer.write(Int(baseClass))
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      suffix: try reader.byteArray(), ending: try reader.byteArray(), kind: try reader.read(),
      baseClass: UInt16(try reader.integer(in: 0..<Int(UInt16.max))))
  }
}
