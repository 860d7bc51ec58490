import Text

extension TokenTest: BinaryValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .exactly(let id):
      writer.write(0)
      writer.write(id)
    case .folded(let id):
      writer.write(1)
      writer.write(id)
    case .lemma(let lemma):
      writer.write(2)
      writer.write(lemma)
    case .word(let lemma, let id):
      writer.write(3)
      writer.write(lemma)
      writer.write(id)
    case .properties(let conditions):
      writer.write(4)
      writer.write(conditions)
    }
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self =
      switch try reader.integer(in: 0..<5) {
      case 0: .exactly(try reader.read())
      case 1: .folded(try reader.read())
      case 2: .lemma(try reader.read())
      case 3: .word(lemma: try reader.read(), folded: try reader.read())
      default: .properties(try reader.read())
      }
  }
}

extension TokenTest.Condition: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(property)
    writer.write(test)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(property: try reader.read(), test: try reader.read())
  }
}

extension TokenTest.Condition.Property: BinaryValue {}

extension ValueTest: BinaryValue {
  func write(to writer: inout ByteWriter) {
    switch self {
    case .isOneOf(let values):
      writer.write(0)
      writer.write(values)
    case .isNoneOf(let values):
      writer.write(1)
      writer.write(values)
    case .matches(let regex):
      writer.write(2)
      writer.write(regex.source)
    }
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.integer(in: 0..<3) {
    case 0: self = .isOneOf(try reader.read())
    case 1: self = .isNoneOf(try reader.read())
    default:
      guard let regex = TokenRegex(try reader.read()) else { throw reader.damage }
      self = .matches(regex)
    }
  }
}
