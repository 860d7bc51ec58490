import Language
import Rules
import Text

/// What a pack is compiled to; a built pack has it in this form.
struct CompiledPack {
  var vocabulary: Vocabulary
  var lexicon: Lexicon
  var program: Program
  /// The table of event codes, relative to the home; nil for a pack that has none.
  var eventCodes: String?
}

extension CompiledPack: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(vocabulary)
    writer.write(lexicon)
    writer.write(program)
    writer.write(eventCodes)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    vocabulary = try Vocabulary(from: &reader)
    lexicon = try Lexicon(from: &reader)
    program = try Program(from: &reader)
    eventCodes = try String?(from: &reader)
  }
}
