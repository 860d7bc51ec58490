import Rules
import Text

/// What the tables of closed classes and of irregular forms say of a word.
struct LexiconEntry: Sendable {
  var closed: [WordReading] = []
  /// Whether the word has the readings of the open classes as well.
  var isOpen = true
  var irregular: [WordReading] = []
}

extension LexiconEntry: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(closed)
    writer.write(isOpen)
    writer.write(irregular)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      closed: try reader.read(), isOpen: try reader.read(), irregular: try reader.read())
  }
}
